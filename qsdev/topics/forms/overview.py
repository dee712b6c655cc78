"""What is asked of the overview and the glossary."""

from django import forms
from django.core.exceptions import ValidationError

from qsdev.errors import RuleBroken
from qsdev.forms import MarkdownField
from qsdev.forms.versioned import VersionedForm
from qsdev.topics.outlines import HOW, domains_in, outline_of


class OverviewEditForm(VersionedForm):
    submit = "Save section"
    text = MarkdownField(rows=16, help_text="As section 2 of the paper is to print it.")

    def __init__(self, data=None, *, section=None, **kwargs):
        initial = {"text": section.text, "version": section.version} if section else {"version": 0}
        super().__init__(data, initial=initial, **kwargs)


class GlossaryEditForm(VersionedForm):
    submit = "Save term"
    term = forms.CharField(max_length=200)
    definition = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data=None, *, term=None, **kwargs):
        initial = {name: getattr(term, name) for name in self.base_fields} if term else {}
        super().__init__(data, initial=initial, **kwargs)


class FrameworkEditForm(VersionedForm):
    """A national outcomes framework: its title, and its domains with their entries as lines."""

    submit = "Save framework"
    title = forms.CharField(
        max_length=200, help_text="For example “NHS Outcomes Framework 2015–16”."
    )
    entries_heading = forms.CharField(
        max_length=200,
        label="Heading of the second column",
        help_text="For example “Overarching indicators and improvement areas”.",
        initial="Indicators",
    )
    domains = forms.CharField(
        label="Domains and what stands in each",
        help_text=HOW,
        widget=forms.Textarea(attrs={"rows": 20}),
        strip=False,
    )
    note = forms.CharField(
        required=False,
        help_text="Printed under the table, for example what “complementary” means.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, framework=None, **kwargs):
        kept = ("title", "entries_heading", "note", "version")
        initial = {name: getattr(framework, name) for name in kept} if framework else {}
        if framework:
            initial["domains"] = outline_of(framework)
        super().__init__(data, initial=initial, **kwargs)

    def clean_domains(self):
        try:
            return domains_in(self.cleaned_data["domains"])
        except RuleBroken as error:
            raise ValidationError(str(error)) from error
