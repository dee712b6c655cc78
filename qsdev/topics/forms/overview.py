"""What is asked of the overview and the glossary."""

from django import forms

from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm


class OverviewEditForm(VersionedForm):
    submit = "Save section"
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="In Markdown: an empty line begins a paragraph, “- ” a bullet, “### ” a heading.",
    )

    def __init__(self, data=None, *, section=None, **kwargs):
        initial = {"text": section.text, "version": section.version} if section else {"version": 0}
        super().__init__(data, initial=initial, **kwargs)


class GlossaryEditForm(BaseForm):
    submit = "Save term"
    term = forms.CharField(max_length=200)
    definition = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data=None, *, term=None, **kwargs):
        initial = {"term": term.term, "definition": term.definition} if term else {}
        super().__init__(data, initial=initial, **kwargs)
