"""What is asked of a stage: its answers, that it is complete, and why it is reopened."""

from django import forms

from qsdev.equality.questions import QUESTIONS
from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm

FIRST_VERSION = 1


class AnswerForm(VersionedForm):
    """A text for each question of a stage; they may be answered over several days."""

    submit = "Save answers"
    mark_optional = False

    def __init__(self, data=None, *, stage, row=None, **kwargs):
        answers = row.answers if row else {}
        version = row.version if row else FIRST_VERSION
        super().__init__(data, initial={"version": version}, **kwargs)
        self.codes = [one.code for one in QUESTIONS[stage]]
        for one in QUESTIONS[stage]:
            self.fields[one.code] = forms.CharField(
                label=one.words,
                required=False,
                initial=answers.get(one.code, ""),
                widget=forms.Textarea(attrs={"rows": 5}),
            )

    @property
    def answers(self):
        """The texts by the code of their question."""
        return {code: self.cleaned_data[code] for code in self.codes}


class StageCompleteForm(BaseForm):
    """That the stage is complete as it is shown; where there are no issues, that there are none."""

    submit = "Complete and close this stage"
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    found_no_issues = forms.BooleanField(
        label="No issues were identified at this stage", required=False
    )
    mark_optional = False

    def __init__(self, data=None, *, seen, has_issues, **kwargs):
        super().__init__(data, initial={"seen": seen}, **kwargs)
        if has_issues:
            del self.fields["found_no_issues"]

    def shown_again(self, seen):
        """The form beside the stage as it stands now, after it was refused."""
        self.data = self.data.copy()
        self.data["seen"] = seen
        return self


class StageReopenForm(BaseForm):
    submit = "Reopen this stage"
    warning = True
    reason = forms.CharField(
        label="Why is it reopened?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept with the stage as it was completed, which stays to be read.",
    )
