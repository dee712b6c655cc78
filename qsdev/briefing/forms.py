"""What is asked when a paper is issued or withdrawn."""

from django import forms

from qsdev.forms import BaseForm


class PaperIssueForm(BaseForm):
    """Issues a build; the reason is asked for only where the checks found errors."""

    submit = "Issue this paper"
    reason_errors_accepted = forms.CharField(
        label="Why are these errors accepted?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Kept with the issued paper. Mend what can be mended instead.",
        error_messages={"required": "Say why the errors are accepted, or mend them first"},
    )

    def __init__(self, data=None, *, build, **kwargs):
        super().__init__(data, **kwargs)
        if not build.has_errors:
            del self.fields["reason_errors_accepted"]


class PaperWithdrawForm(BaseForm):
    """Withdraws an issued paper."""

    submit = "Withdraw this paper"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The committee is shown this in the paper’s place.",
        error_messages={"required": "Say why the paper is withdrawn"},
    )


class AreaMergeForm(BaseForm):
    """The area into which another is merged."""

    into = forms.ModelChoiceField(
        label="Other area", queryset=None, empty_label="Choose the area that stays"
    )

    def __init__(self, data=None, *, others, area, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["into"].queryset = others
        self.fields["into"].help_text = f"The one that stays; “{area}” goes into it."
