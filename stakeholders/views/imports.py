"""Pages by which stakeholder tables come in: uploaded, matched, followed, undone."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.jobs import actions as job_actions
from qsdev.jobs.models import Job
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.imports import (
    ImportAbandonForm,
    ImportColumnsForm,
    ImportUndoForm,
    ImportUploadForm,
)
from stakeholders.models import ImportState
from stakeholders.tasks import READ
from stakeholders.views.import_rows import page_of

READ_NOW_BYTES = 1_000_000  # larger files are read by a worker
STEPS = ("Upload", "Match columns", "Check rows", "Done")
PERMISSION = "stakeholders.import_suggestions"


def steps(number):
    """The four steps of an import, the one with this number (from 1) in hand; 5 if all is done."""
    return [
        {"name": name, "state": "done" if place < number else "current" if place == number else ""}
        for place, name in enumerate(STEPS, start=1)
    ]


@require_GET
@topic_page(PERMISSION)
def import_list(request, topic):
    """Every import of the topic: what became of it, and rows that were left out and not settled."""
    is_open = Q(rows__is_left_out=True, rows__suggestion=None, rows__settled_reason="")
    imports = topic.imports.select_related("started_by", "finished_by").annotate(
        imported=Count("rows__suggestion"),
        row_count=Count("rows"),
        left_out=Count("rows", filter=is_open),
    )
    context = {"page": page_of(request, imports.order_by("-started_at", "-pk"))}
    return render_page(request, "stakeholders/import_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_upload(request, topic):
    """Upload a table, or several engagement forms."""
    form = ImportUploadForm(
        request.POST or None,
        request.FILES or None,
        cancel=reverse("stakeholders:import_list", args=[topic.slug]),
    )
    if topic.engagement and form.is_valid():
        begun = [begin(request, topic, file) for file in form.uploads]
        if len(begun) == 1:
            return redirect("stakeholders:import_detail", topic.slug, begun[0].pk)
        messages.success(request, f"{len(begun)} files were uploaded. Check each of them.")
        return redirect("stakeholders:import_list", topic.slug)
    context = {"form": form, "steps": steps(1)}
    return render_page(request, "stakeholders/import_upload.html", context)


def begin(request, topic, file):
    """Start the import of one upload; a large one is read by a worker."""
    import_record = actions.start_import(
        topic=topic,
        round=topic.engagement,
        file=file,
        file_name=file.name,
        by=request.user,
        read_now=file.size <= READ_NOW_BYTES,
    )
    if import_record.is_reading:
        job_actions.enqueue(
            kind=READ, subject_id=import_record.pk, topic_id=topic.pk, by=request.user
        )
    return import_record


@require_GET
@topic_page(PERMISSION)
def import_detail(request, topic, pk):
    """What became of an import; one under way goes to the step it has reached."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    reached = {"reading": "progress", "matching": "columns", "checking": "rows"}
    if import_record.state in reached:
        page = reached[import_record.state]
        return redirect(f"stakeholders:import_{page}", topic.slug, pk)
    rows = import_record.rows.select_related("suggestion__stakeholder", "corrected_by")
    imported = rows.exclude(suggestion=None)
    context = {
        "import": import_record,
        "steps": steps(5),
        "imported": imported.count(),
        "contributors": imported.values("suggestion__stakeholder").distinct().count(),
        "left_out": rows.left_out(),
        "settled": rows.filter(suggestion=None).exclude(settled_reason=""),
        "page": page_of(request, imported),
    }
    return render_page(request, "stakeholders/import_detail.html", context)


@require_GET
@topic_page(PERMISSION)
def import_progress(request, topic, pk):
    """How far the reading of a large file is."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    if not import_record.is_reading:
        if request.htmx:
            return HttpResponseClientRefresh()
        return redirect("stakeholders:import_detail", topic.slug, pk)
    context = {
        "import": import_record,
        "steps": steps(1),
        "job": Job.objects.of(READ, import_record.pk).first(),
        "job_url": reverse("stakeholders:import_progress", args=[topic.slug, pk]),
        "retry_url": reverse("stakeholders:import_read", args=[topic.slug, pk]),
    }
    template = "stakeholders/import_progress.html"
    return render_page(request, template, context, partial="jobs/_job.html")


@require_POST
@topic_page(PERMISSION)
def import_read(request, topic, pk):
    """Have a large file read again whose reading failed."""
    import_record = get_object_or_404(topic.imports, pk=pk, state=ImportState.READING)
    job = Job.objects.of(READ, import_record.pk).first()
    try:
        if job is None:
            job_actions.enqueue(
                kind=READ, subject_id=import_record.pk, topic_id=topic.pk, by=request.user
            )
        else:
            job_actions.retry(job=job, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("stakeholders:import_detail", topic.slug, pk)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_columns(request, topic, pk):
    """Say which column is what; the file is then read anew."""
    import_record = get_object_or_404(topic.imports.open(), pk=pk)
    table = chosen_table(request, import_record)
    if table is None:
        return redirect("stakeholders:import_detail", topic.slug, pk)
    initial = {"version": import_record.version, "header_row": table["header_row"]}
    form = ImportColumnsForm(request.POST or None, table=table, initial=initial)
    if form.is_valid():
        try:
            actions.match_columns(
                import_record=import_record,
                columns=form.matched,
                table=table["index"],
                header_row=form.cleaned_data["header_row"],
                version=form.cleaned_data["version"],
                by=request.user,
            )
            return redirect("stakeholders:import_detail", topic.slug, pk)
        except EditCollision:
            messages.error(request, "Somebody else changed this import: look at it again.")
            return redirect("stakeholders:import_detail", topic.slug, pk)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"import": import_record, "form": form, "table": table, "steps": steps(2)}
    return render_page(request, "stakeholders/import_columns.html", context)


def chosen_table(request, import_record):
    """The table whose columns are matched: the one asked for, or the first."""
    asked = request.POST.get("table") or request.GET.get("table") or ""
    tables = import_record.tables
    named = [table for table in tables if str(table["index"]) == asked]
    return (named or tables or [None])[0]


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_undo(request, topic, pk):
    """Take a confirmed import back, after asking."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    here = reverse("stakeholders:import_detail", args=[topic.slug, pk])
    form = ImportUndoForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            actions.undo_import(import_record=import_record, by=request.user)
            messages.success(request, f"The import of {import_record.file_name} is undone.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"import": import_record, "form": form, "imported": import_record.imported_count}
    return render_page(request, "stakeholders/import_undo.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def import_abandon(request, topic, pk):
    """Give up an import that is not confirmed, after asking."""
    import_record = get_object_or_404(topic.imports, pk=pk)
    here = reverse("stakeholders:import_detail", args=[topic.slug, pk])
    form = ImportAbandonForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            actions.abandon_import(import_record=import_record, by=request.user)
            messages.success(request, f"The import of {import_record.file_name} is abandoned.")
            return redirect("stakeholders:import_list", topic.slug)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"import": import_record, "form": form}
    return render_page(request, "stakeholders/import_abandon.html", context)
