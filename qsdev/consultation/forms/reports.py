"""What is asked before the draft is withdrawn, or the report is issued or withdrawn."""

from django import forms

from qsdev.forms import BaseForm


class ReportIssueForm(BaseForm):
    submit = "Issue the report"


class DraftWithdrawForm(BaseForm):
    submit = "Withdraw the draft"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReportWithdrawForm(DraftWithdrawForm):
    submit = "Withdraw the report"
