"""A tiny application for the tests of forms and pages: one form that asks everything."""

from django import forms
from django.contrib import messages
from django.urls import include, path

from qsdev.accounts.access import public_page
from qsdev.forms import BaseForm, DateField, FilesField
from qsdev.htmx import render_page


class SampleForm(BaseForm):
    submit = "Save area"
    title = forms.CharField(max_length=20, help_text="As it stands in the paper.")
    kind = forms.ChoiceField(
        label="Kind of area",
        choices=[("main", "Main area"), ("additional", "Additional area")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(required=False)
    note = forms.CharField(max_length=40, widget=forms.Textarea(attrs={"rows": 3}), required=False)
    roles = forms.MultipleChoiceField(
        choices=[("analyst", "Analyst"), ("lead", "Lead")], widget=forms.CheckboxSelectMultiple
    )
    meeting = DateField(label="Date of the meeting")
    tables = FilesField(label="Stakeholder tables", accept=".docx,.xlsx")
    reveals = {"reason": ("kind", "additional")}
    choice_hints = {"kind": {"main": "It has a chapter of its own."}}


IN_PLACE = {
    "hx-post": "/in-place/",
    "hx-target": "#sample-form",
    "hx-swap": "outerHTML",
    "hx-encoding": "multipart/form-data",
}


@public_page
def sample(request, attrs=None):
    form = SampleForm(request.POST or None, request.FILES or None, attrs=attrs)
    if form.is_valid():
        messages.success(request, "The area is saved.")
        form = SampleForm(attrs=attrs)
    return render_page(request, "sample.html", {"form": form}, partial="_sample_form.html")


@public_page
def broken(request):
    raise RuntimeError("The sample page that always fails.")


urlpatterns = [
    path("", sample, name="sample"),
    path("in-place/", sample, {"attrs": IN_PLACE}, name="sample_in_place"),
    path("broken/", broken, name="broken"),
    path("accounts/", include("qsdev.accounts.urls")),
    path("", include("qsdev.topics.urls")),
]
