"""What is asked of a stakeholder and of a specialist committee member."""

from django import forms

from qsdev.accounts.models import User
from qsdev.forms import BaseForm
from qsdev.forms.versioned import VersionedForm

LONGEST_NAME = 300


class StakeholderForm(VersionedForm):
    submit = "Save stakeholder"
    name = forms.CharField(max_length=LONGEST_NAME, help_text="The organisation’s full name.")
    abbreviation = forms.CharField(
        max_length=300,
        help_text="As papers print it, for example iHV. The name again if it has none.",
    )
    aliases = forms.CharField(
        label="Other spellings met in tables",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line.",
    )

    def __init__(self, data=None, *, stakeholder=None, **kwargs):
        initial = kwargs.pop("initial", {})
        if stakeholder:
            initial = {
                "name": stakeholder.name,
                "abbreviation": stakeholder.abbreviation,
                "aliases": "\n".join(alias.name for alias in stakeholder.aliases.all()),
                "version": stakeholder.version,
            }
        super().__init__(data, initial=initial, **kwargs)

    def clean_aliases(self):
        lines = self.cleaned_data["aliases"].split("\n")
        aliases = [" ".join(line.split()) for line in lines if line.strip()]
        if any(len(alias) > LONGEST_NAME for alias in aliases):
            raise forms.ValidationError(f"Each spelling must be {LONGEST_NAME} characters or fewer")
        return aliases


class SpecialistMemberCreateForm(BaseForm):
    submit = "Add members"
    count = forms.IntegerField(
        label="How many specialist committee members?",
        min_value=1,
        max_value=30,
        help_text="Each is known by a pseudonym alone (SCM1, SCM2 …).",
    )


class IdentityEditForm(BaseForm):
    submit = "Record who it is"
    person_name = forms.CharField(label="Name of the person", max_length=200)
    user = forms.ModelChoiceField(
        label="Account",
        queryset=User.objects.active(),
        required=False,
        empty_label="No account",
        help_text="If the person signs in here, their account.",
    )
