"""A scale from 1 to 9 with words at both ends, asked as nine radios side by side."""

from django import forms

LOWEST, HIGHEST = 1, 9


class ScaleRadios(forms.RadioSelect):
    """Nine radios that are printed as one row."""


class ScaleField(forms.TypedChoiceField):
    """A whole number from 1 to 9; `lowest` and `highest` are the words at 1 and at 9.

    `earlier` is what the person gave before, where there is such a rating: it is shown beside.
    """

    widget = ScaleRadios

    def __init__(self, *, lowest, highest, earlier=None, **kwargs):
        super().__init__(
            choices=[(str(number), str(number)) for number in range(LOWEST, HIGHEST + 1)],
            coerce=int,
            **kwargs,
        )
        self.lowest, self.highest, self.earlier = lowest, highest, earlier
