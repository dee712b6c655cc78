"""How every form asks: one base form in the house's look, dates in three parts, several files.

A page's form is a `BaseForm`; `{% crispy form %}` or `{% include "_form.html" %}` prints it whole:

    class AreaForm(BaseForm):
        submit = "Save area"
        title = forms.CharField(max_length=200, help_text="As it stands in the paper.")
        kind = forms.ChoiceField(choices=ImprovementArea.Kind, widget=forms.RadioSelect)
        reason = forms.CharField(required=False, widget=forms.Textarea)
        reveals = {"reason": ("kind", "additional")}

    form = AreaForm(request.POST or None, submit="Add area", cancel=topic.get_absolute_url())

What a form may say, on the class or (the first four) when it is made:

- `submit`: the button's words, which say what will happen; `""` prints no button
- `cancel`: an address for a "Cancel" link beside the button
- `action`: where it goes, if not to the page itself
- `attrs`: more attributes of the `<form>` element, such as `{"hx-post": …, "hx-target": …}`
- `warning`: True for a red button; `method`: "post" or "get"
- `mark_optional`: False where "(optional)" beside each label would be noise (filters)
- `reveals`: {field: (radios or checkboxes, value)}: shown when that choice is chosen
- `choice_hints`: {field: {value: hint}} beside single radios and checkboxes

A label that ends in "?" is asked as a question. Messages are plain English without further work;
`error_messages` on a field still win. All text is cleaned once, in `CleanBoundField.data`.
Text in Markdown is asked for with a `MarkdownField`: `qsdev/forms/markdown.py` says how.
"""

import re

from crispy_forms.helper import FormHelper
from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict, pretty_name

from .dates import PARTS, DateField, DateParts, clock
from .files import FilesField
from .markdown import MarkdownEditor, MarkdownField
from .plain_errors import give_plain_messages
from .scales import ScaleField, ScaleRadios

__all__ = [
    "BaseForm",
    "BaseFormSet",
    "CleanBoundField",
    "DateField",
    "FilesField",
    "MarkdownField",
    "ScaleField",
    "clean_text",
    "clock",
]

# Control characters but tab and line feed, and surrogates, which databases refuse to save.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

WIDGET_CLASSES = (
    (DateParts, None),
    (ScaleRadios, "qs-scale__input"),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.HiddenInput, None),
    (forms.Widget, "govuk-input"),
)
NUMBER_WIDTH = "govuk-input--width-5"
WIDGET_TEMPLATES = (
    (DateParts, "date"),
    (MarkdownEditor, "markdown"),
    (ScaleRadios, "scale"),
    (forms.RadioSelect, "choices"),  # several checkboxes are, to Django, a kind of radios
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Widget, "input"),
)


def clean_text(value):
    """`value` without control characters or lone surrogates, and with single line feeds.

    Lists are cleaned one by one; what is not text (an upload, None) is returned as it is.
    """
    if isinstance(value, str):
        return UNSAFE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, list | tuple):
        return [clean_text(part) for part in value]
    return value


def is_number(widget):
    return isinstance(widget, forms.NumberInput)


def first_match(widget, table):
    """What `table`, pairs of a widget class and an answer, answers for `widget`."""
    return next(answer for kind, answer in table if isinstance(widget, kind))


class CleanBoundField(BoundField):
    """A field on its form: its text cleaned, its look, and where an error's link should lead."""

    @property
    def data(self):
        return clean_text(super().data)

    @property
    def template(self):
        return f"nice/{first_match(self.field.widget, WIDGET_TEMPLATES)}.html"

    @property
    def is_checkboxes(self):
        return isinstance(self.field.widget, forms.CheckboxSelectMultiple)

    @property
    def is_optional(self):
        return self.form.mark_optional and not self.field.required

    @property
    def most_characters(self):
        """How much fits into a long text, counted while one types; None where nothing counts."""
        long = isinstance(self.field.widget, forms.Textarea)
        return getattr(self.field, "max_length", None) if long else None

    @property
    def aria_describedby(self):
        described_by = super().aria_describedby
        if self.most_characters and self.auto_id:
            described_by = f"{described_by or ''} {self.auto_id}-info".strip()
        return described_by

    @property
    def focus_id(self):
        """The id of the control that an error's link moves to: the first choice or wrong part."""
        if isinstance(self.field.widget, forms.RadioSelect):
            return f"{self.auto_id}_0"
        if isinstance(self.field.widget, DateParts):
            wrong = [part["id"] for part in self.date_parts if part["is_wrong"]]
            return wrong[0] if wrong else f"{self.auto_id}_0"
        return self.id_for_label or self.auto_id

    @property
    def date_parts(self):
        """Day, month and year, each with its name, id, value and whether it is wrong."""
        errors = self.form.errors.as_data().get(self.name, []) if self.errors else []
        named = {part for error in errors for part in (error.params or {}).get("parts", ())}
        wrong = named or (PARTS if errors else ())
        return self.field.widget.parts(self.html_name, self.auto_id, self.value(), wrong)

    def choices(self):
        """Each radio or checkbox with its hint and the fields that it reveals."""
        hints = self.form.choice_hints.get(self.name, {})
        for control in self.subwidgets:
            value = str(control.data["value"])
            hint, reveals = hints.get(value), self.form.revealed_by(self.name, value)
            if hint:
                control.data["attrs"]["aria-describedby"] = f"{control.id_for_label}_hint"
            if reveals:
                control.data["attrs"]["data-reveals"] = f"{control.id_for_label}_reveals"
            yield {"control": control, "hint": hint, "reveals": reveals}

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        look = first_match(widget, WIDGET_CLASSES)
        if look:
            wrong = f"{look}--error" if self.errors and not look.endswith("__input") else ""
            own = widget.attrs.get("class", NUMBER_WIDTH if is_number(widget) else "")
            counted = "govuk-js-character-count" if self.most_characters else ""
            attrs["class"] = " ".join(filter(None, [look, own, attrs.get("class"), wrong, counted]))
            if counted:  # the browser would cut off what is pasted without a word
                attrs["maxlength"] = False
        return attrs


class BaseForm(forms.Form):
    """A form of this house; the module's first lines say what it offers."""

    bound_field_class = CleanBoundField
    use_required_attribute = False  # our own messages, not the browser's
    submit = "Continue"
    cancel = ""
    action = ""
    attrs = {}
    warning = False
    method = "post"
    mark_optional = True
    reveals = {}
    choice_hints = {}

    def __init__(self, *args, submit=None, cancel=None, action=None, attrs=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.submit = self.submit if submit is None else submit
        self.cancel = self.cancel if cancel is None else cancel
        self.action = self.action if action is None else action
        self.attrs = self.attrs if attrs is None else attrs
        for name, field in self.fields.items():
            field.label = pretty_name(name) if field.label is None else field.label

    def full_clean(self):
        if self.is_previewed:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        for field in self.fields.values():
            give_plain_messages(field)
        super().full_clean()

    def is_valid(self):
        return super().is_valid() and not self.is_previewed

    @property
    def markdown_fields(self):
        """The fields that have a preview."""
        return [field for field in self if isinstance(field.field, MarkdownField)]

    @property
    def is_previewed(self):
        """Whether the form was sent to be looked at and not to be saved, as without JavaScript."""
        return self.is_bound and "preview" in self.data and bool(self.markdown_fields)

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_method = self.method
        helper.form_action = self.action
        helper.disable_csrf = self.method != "post"
        helper.attrs = {"novalidate": True, **self.attrs}
        helper.layout = self.get_layout()
        return helper

    def get_layout(self):
        """A crispy layout, where a form wants more than its fields one under the other."""
        return None

    @property
    def shown_fields(self):
        """The fields at the top level; those a choice reveals are printed under that choice."""
        return [field for field in self.visible_fields() if field.name not in self.reveals]

    def revealed_by(self, name, value):
        """The fields shown when `value` of the field `name` is chosen."""
        return [self[shown] for shown, by in self.reveals.items() if by == (name, value)]

    @property
    def error_links(self):
        """Each error with the id of the control it is about (none where it is about the whole)."""
        links = [{"message": message, "focus_id": ""} for message in self.non_field_errors()]
        for field in self:
            focus_id = "" if field.is_hidden else field.focus_id
            links += [{"message": message, "focus_id": focus_id} for message in field.errors]
        return links


class BaseFormSet(forms.BaseFormSet):
    """Several forms sent together: `formset_factory(RowForm, formset=BaseFormSet, extra=0)`."""

    submit = "Continue"
    cancel = ""

    @property
    def helper(self):
        helper = FormHelper()
        helper.attrs = {"novalidate": True}
        return helper

    @property
    def error_links(self):
        links = [{"message": message, "focus_id": ""} for message in self.non_form_errors()]
        return links + [link for form in self.forms for link in form.error_links]
