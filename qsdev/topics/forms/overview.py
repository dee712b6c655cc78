"""What is asked of the overview and the glossary."""

from django import forms

from qsdev.forms import BaseForm


class OverviewEditForm(BaseForm):
    submit = "Save section"
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="In Markdown: an empty line begins a paragraph, “- ” a bullet, “### ” a heading.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, data=None, *, section=None, **kwargs):
        initial = {"text": section.text, "version": section.version} if section else {}
        super().__init__(data, initial=initial, **kwargs)


class GlossaryEditForm(BaseForm):
    submit = "Save term"
    term = forms.CharField(max_length=200)
    definition = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))
