"""What is asked before the summary report is issued or withdrawn."""

from django import forms

from qsdev.forms import BaseForm


class ReportIssueForm(BaseForm):
    submit = "Issue the report"


class ReportWithdrawForm(BaseForm):
    submit = "Withdraw the report"
    warning = True
    reason = forms.CharField(
        label="Why is it withdrawn?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
