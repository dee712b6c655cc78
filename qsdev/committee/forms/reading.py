"""What is asked of a private note."""

from django import forms

from qsdev.forms.versioned import VersionedForm


class PrivateNoteForm(VersionedForm):
    """A note that only its writer ever sees."""

    submit = "Save your note"
    text = forms.CharField(
        label="Your private note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Nobody but you can read it. Save it empty to take it away.",
        max_length=20_000,
    )

    def __init__(self, data=None, *, note=None, **kwargs):
        initial = {"text": note.text, "version": note.version} if note else {"version": 0}
        super().__init__(data, initial=initial, **kwargs)
