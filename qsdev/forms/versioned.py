"""A form over a row that several people may change: it keeps the version its person opened."""

from django import forms

from qsdev.forms import BaseForm

LONGEST_NUMBER = 9  # digits; databases hold no version of more


def version_sent(request):
    """The version that a button's page showed, as its form sent it; 0, which is none, else."""
    said = request.POST.get("version", "")
    return int(said) if said.isdecimal() and len(said) <= LONGEST_NUMBER else 0


class VersionedForm(BaseForm):
    """A form whose action refuses what was opened before somebody else's change."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def collided(self, collision):
        """The same words again, ready to be saved over what stands there now."""
        self.data = self.data.copy()
        self.data["version"] = collision.current.version
        self.add_error(None, str(collision))
        return self
