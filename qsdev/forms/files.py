"""Several files at once, each of them checked as one."""

from django import forms


class FilesInput(forms.FileInput):
    """The browser's control for several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name) or []


class FilesField(forms.FileField):
    """Several files at once; its value is a list of uploads.

    Give `accept` to say which kinds the browser offers: `FilesField(accept=".docx,.xlsx")`.
    """

    widget = FilesInput

    def __init__(self, *, accept="", **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.update({"multiple": True} | ({"accept": accept} if accept else {}))

    def clean(self, data, initial=None):
        clean_one = super().clean
        if not data:
            clean_one(None, initial)
        empty = [upload.name for upload in data or [] if not upload.size]
        if empty:
            names = ", ".join(empty)
            message = f"{names} is empty: choose one that has something in it"
            raise forms.ValidationError(message, code="empty")
        return [clean_one(upload, initial) for upload in data or []]
