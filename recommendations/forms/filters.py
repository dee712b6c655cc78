"""Filters of a list, as its address says them and as a person chooses them."""

from urllib.parse import urlencode

from qsdev.forms import BaseForm


class FilterForm(BaseForm):
    """Filters that stand in the address; empty means all, and what makes no sense is left out."""

    submit = "Filter"
    method = "get"
    mark_optional = False

    def __init__(self, data=None, **kwargs):
        super().__init__(data or {}, **kwargs)

    def leave_out_what_is_wrong(self):
        """Forget filters that name nothing of this topic, as an old address may."""
        wrong = list(self.errors)
        if wrong:
            self.data = self.data.copy()
            for name in wrong:
                del self.data[name]
            self.full_clean()

    @property
    def said(self):
        """The filters that are set, by name."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def query(self):
        """The filters as the beginning of an address's query, for links that go on from it."""
        return f"{urlencode(self.said)}&" if self.said else ""
