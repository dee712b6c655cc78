"""What is asked of the second meeting's package: its questions, issuing, withdrawing."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm


class CommitteeQuestionForm(VersionedForm):
    """A question to the committee, on one statement or on the whole standard."""

    submit = "Save question"
    mark_optional = False
    field_order = ["statement", "text", "version"]
    text = forms.CharField(
        label="Question", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data=None, *, topic, question=None, **kwargs):
        initial = {"version": 0}
        if question:
            initial = {
                "statement": question.statement_id,
                "text": question.text,
                "version": question.version,
            }
        super().__init__(data, initial=initial | kwargs.pop("initial", {}), **kwargs)
        self.fields["statement"] = forms.ModelChoiceField(
            label="What is it on?",
            queryset=topic.statements.current(),
            required=False,
            empty_label="The whole standard",
        )
        self.order_fields(self.field_order)


class PackageIssueForm(BaseForm):
    submit = "Issue the package"


class PackageWithdrawForm(BaseForm):
    submit = "Withdraw the package"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
