"""Pages on which the rows of an import are looked at, corrected, left out and confirmed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.imports import (
    ImportConfirmForm,
    ImportRowCorrectForm,
    ImportRowRegisterForm,
    ImportRowSettleForm,
)
from stakeholders.models import ImportRow, ImportState, Stakeholder
from stakeholders.models.register import name_key

PAGE_LENGTH = 50
PERMISSION = "stakeholders.import_suggestions"
STEPS = [
    {"name": "Upload", "state": "done"},
    {"name": "Match columns", "state": "done"},
    {"name": "Check rows", "state": "current"},
    {"name": "Done", "state": ""},
]


def page_of(request, rows):
    """The part of a list that the address asks for."""
    return Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))


@require_GET
@topic_page(PERMISSION)
def import_rows(request, topic, pk):
    """What was found in the rows: problems first, each to be corrected or left out here."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    if not import_record.is_checking:
        return redirect("stakeholders:import_detail", topic.slug, pk)
    context = rows_context(request, topic, import_record)
    return render_page(request, "stakeholders/import_rows.html", context, status=200)


def rows_context(request, topic, import_record):
    """The rows asked for, how many there are of each sort, and what confirming would do."""
    rows = import_record.rows.all()
    shows_all = request.GET.get("show") == "all"
    to_look_at = rows.filter(Q(weight__gte=2) | Q(is_left_out=True))
    shown = rows if shows_all else to_look_at.order_by("is_left_out", "-weight", "position")
    page = page_of(request, shown.select_related("corrected_by"))
    for row in page:
        row.import_record = import_record
    counts = import_record.row_counts
    return {
        "import": import_record,
        "steps": STEPS,
        "page": page,
        "shows_all": shows_all,
        "counts": counts,
        "has_errors": bool(counts["with_problems"]),
        "headings": headings_of(import_record, topic),
        "form": ImportConfirmForm(initial={"version": import_record.version}),
        "register": names_known(topic),
    }


def headings_of(import_record, topic):
    """The headings in the table, each with the area of that title or None."""
    areas = {name_key(area.title): area for area in topic.areas.all()}
    headings = import_record.rows.order_by().values_list("heading", flat=True).distinct()
    found = sorted((heading for heading in headings if heading), key=str.casefold)
    return [(heading, areas.get(name_key(heading))) for heading in found]


def names_known(topic):
    """The names that a stakeholder's cell may hold, in alphabetical order."""
    names = Stakeholder.objects.known_in(topic).order_by().values_list("name", flat=True)
    return sorted(names, key=str.casefold)


@require_POST
@topic_page(PERMISSION)
def import_confirm(request, topic, pk):
    """Import the rows that are ready and leave out the others."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    form = ImportConfirmForm(request.POST)
    if not form.is_valid():
        return redirect("stakeholders:import_rows", topic.slug, pk)
    try:
        actions.confirm_import(import_record=import_record, by=request.user, **form.cleaned_data)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:import_detail", topic.slug, pk)


def row_of(topic, pk):
    """A row of an import of this topic that is not imported yet."""
    rows = ImportRow.objects.select_related("import_record__topic", "corrected_by")
    return get_object_or_404(rows, pk=pk, import_record__topic=topic, suggestion=None)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_row_correct(request, topic, pk):
    """Correct a row's ID, stakeholder or heading."""
    row = row_of(topic, pk)
    back = reverse("stakeholders:import_detail", args=[topic.slug, row.import_record_id])
    values = {**row.values, "heading": row.shown_heading, "reason": row.correction_reason}
    form = ImportRowCorrectForm(request.POST or None, initial=values, cancel=back)
    if form.is_valid():
        try:
            corrected = actions.correct_row(
                row=row,
                corrections=form.corrections,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
            say_corrected(request, corrected)
            return redirect(back)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "row": row, "register": names_known(topic)}
    return render_page(request, "stakeholders/import_row_correct.html", context)


def say_corrected(request, row):
    """Say what a correction came to."""
    if row.has_problem:
        messages.error(request, f"{row.place}: {row.problems[0]['message']}")
    else:
        messages.success(request, f"{row.place} is corrected and can be imported.")


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_row_register(request, topic, pk):
    """Register the stakeholder whom a row names, or keep the name as another spelling."""
    row = row_of(topic, pk)
    import_record = row.import_record
    back = reverse("stakeholders:import_detail", args=[topic.slug, import_record.pk])
    name = " ".join(row.values.get("stakeholder", "").split())
    form = ImportRowRegisterForm(
        request.POST or None,
        organisations=Stakeholder.objects.organisations(),
        initial={"name": name, "known": next(iter(row.proposals), None)},
        cancel=back,
    )
    if form.is_valid():
        try:
            register(form.cleaned_data, name, request.user)
            if import_record.state == ImportState.CHECKING:
                actions.check_import_again(import_record=import_record, by=request.user)
            messages.success(request, "The register is changed and the rows are checked again.")
            return redirect(back)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "row": row, "name": name}
    return render_page(request, "stakeholders/import_row_register.html", context)


def register(asked, name, by):
    """Do what the form asks: a new organisation, or another spelling of a known one."""
    if asked["what"] == "known":
        actions.add_alias(stakeholder=asked["known"], name=name, by=by)
        return
    is_other = name_key(asked["name"]) != name_key(name) != name_key(asked["abbreviation"])
    actions.add_stakeholder(
        name=asked["name"],
        abbreviation=asked["abbreviation"],
        aliases=[name] if is_other and name else [],
        by=by,
    )


@require_POST
@topic_page(PERMISSION)
def import_row_leave_out(request, topic, pk):
    """Leave a row out, or put it back."""
    row = row_of(topic, pk)
    choose = actions.put_back_rows if "put_back" in request.POST else actions.leave_out_rows
    try:
        choose(import_record=row.import_record, rows=[row], by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:import_detail", topic.slug, row.import_record_id)


@require_POST
@topic_page(PERMISSION)
def import_row_import(request, topic, pk):
    """Import a row that was left out, now that it is corrected."""
    row = row_of(topic, pk)
    try:
        suggestion = actions.import_left_out_row(row=row, by=request.user)
        messages.success(request, f"The row is imported as suggestion {suggestion.number}.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:import_detail", topic.slug, row.import_record_id)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_row_settle(request, topic, pk):
    """Say why a row that was left out will not be imported."""
    row = row_of(topic, pk)
    back = reverse("stakeholders:import_detail", args=[topic.slug, row.import_record_id])
    form = ImportRowSettleForm(request.POST or None, cancel=back)
    if form.is_valid():
        try:
            actions.settle_left_out_row(row=row, by=request.user, **form.cleaned_data)
            messages.success(request, "The row is settled.")
            return redirect(back)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "row": row}
    return render_page(request, "stakeholders/import_row_settle.html", context)
