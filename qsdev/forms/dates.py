"""Dates in three parts, day, month and year, as everyone in the process writes them; and times."""

import datetime
import re

from django import forms

PARTS = ("day", "month", "year")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class DateParts(forms.MultiWidget):
    """Three small text boxes; printed by `templates/nice/date.html`."""

    use_fieldset = True

    def __init__(self, attrs=None):
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def parts(self, name, auto_id, value, wrong):
        """What the template needs of each part; `wrong` names the parts to mark."""
        values = value if isinstance(value, list) else self.decompress(value)
        return [
            {
                "label": part.capitalize(),
                "name": f"{name}_{part}",
                "id": f"{auto_id}_{index}",
                "value": "" if values[index] is None else values[index],
                "width": 4 if part == "year" else 2,
                "is_wrong": part in wrong,
            }
            for index, part in enumerate(PARTS)
        ]


class DateField(forms.Field):
    """A date in three parts; a month may be a number or a name ("3", "March", "Mar")."""

    widget = DateParts

    def to_python(self, value):
        if isinstance(value, datetime.date) or not value:
            return value or None
        texts = dict(zip(PARTS, (str(text or "").strip() for text in value), strict=True))
        if not any(texts.values()):
            return None
        missing = [part for part in PARTS if not texts[part]]
        if missing:
            self.refuse("must include a " + " and a ".join(missing), missing)
        return self.real_date(**texts)

    def real_date(self, day, month, year):
        """The date that the three texts name, or an error that says which part to mend."""
        if not re.fullmatch(r"[0-9]{4}", year):
            self.refuse("must have a year of 4 numbers, like 2016", ["year"])
        try:
            return datetime.date(int(year), month_number(month), int(day))
        except ValueError:
            self.refuse("must be a real date, like 27 3 2016", PARTS)

    def refuse(self, what, parts):
        name = self.label or "Date"
        raise forms.ValidationError(f"{name} {what}", code="invalid", params={"parts": parts})


def clock(label, initial="", **about):
    """A field for a time of day; `about` is what else a `TimeField` takes."""
    return forms.TimeField(
        label=label,
        initial=initial,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"invalid": f"{label} must be like 17:00"},
        **{"help_text": "On the 24-hour clock, for example 17:00.", **about},
    )


def month_number(text):
    """3 for "3", "03", "Mar" or "March"; ValueError for anything else."""
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text)
    named = [month for month in MONTHS if len(text) >= 3 and month.startswith(text.lower())]
    if not named:
        raise ValueError(text)
    return MONTHS.index(named[0]) + 1
