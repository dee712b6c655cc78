"""Pages by which tables of comments come in: uploaded, matched, checked, confirmed, undone."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.forms.imports import (
    CommentColumnsForm,
    CommentConfirmForm,
    CommentUploadForm,
)
from qsdev.consultation.models import CommentImportRow, consultation_of
from qsdev.consultation.views.settling import rows_not_imported
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.forms.imports import ImportAbandonForm, ImportUndoForm
from stakeholders.models import Stakeholder
from stakeholders.views.import_rows import page_of
from stakeholders.views.imports import chosen_table, steps

PERMISSION = "consultation.import_comments"


@require_GET
@topic_page(PERMISSION)
def comment_import_list(request, topic):
    """Every import of comments, and what became of it."""
    imports = topic.comment_imports.select_related("started_by").annotate(
        row_count=Count("rows"),
        imported=Count("rows__comment"),
        refused=Count("rows", filter=Q(rows__is_refused=True)),
        unsettled=Count("rows", filter=Q(rows__in=CommentImportRow.objects.unsettled())),
    )
    context = {"page": page_of(request, imports.order_by("-started_at", "-pk"))}
    return render_page(request, "consultation/comment_import_list.html", context)


def day_of_receipt(round):
    """Today, or the closing day of a consultation that has closed."""
    return min(timezone.localdate(), timezone.localtime(round.closes_at).date())


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_import_upload(request, topic):
    """Upload a table of comments, or paste one."""
    round = consultation_of(topic)
    form = CommentUploadForm(
        request.POST or None,
        request.FILES or None,
        initial={"received_on": day_of_receipt(round) if round else date.today()},
        cancel=reverse("consultation:comment_import_list", args=[topic.slug]),
    )
    if round and form.is_valid():
        try:
            import_record = actions.start_import(
                round=round,
                file=form.upload,
                file_name=form.upload.name,
                received_on=form.cleaned_data["received_on"],
                by=request.user,
                read_now=False,
            )
            return redirect("consultation:comment_import_detail", topic.slug, import_record.pk)
        except RuleBroken as error:
            form.add_error("file", str(error))
    context = {"form": form, "round": round, "steps": steps(1)}
    return render_page(request, "consultation/comment_import_upload.html", context)


@require_GET
@topic_page(PERMISSION)
def comment_import_detail(request, topic, pk):
    """What became of an import; one under way goes to the step it has reached."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    reached = {"reading": "progress", "matching": "columns", "checking": "rows"}
    if import_record.state in reached:
        page = reached[import_record.state]
        return redirect(f"consultation:comment_import_{page}", topic.slug, pk)
    imported = import_record.rows.exclude(comment=None).select_related("comment__stakeholder")
    context = {
        "import": import_record,
        "steps": steps(5),
        "imported": imported.count(),
        "organisations": import_record.responses.count(),
        "page": page_of(request, imported),
        **rows_not_imported(import_record),
    }
    return render_page(request, "consultation/comment_import_detail.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_import_columns(request, topic, pk):
    """Say which column is what; the file is then read anew."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    table = chosen_table(request, import_record)
    here = redirect("consultation:comment_import_detail", topic.slug, pk)
    if table is None or import_record.is_reading or not import_record.is_open:
        return here
    initial = {"version": import_record.version, "header_row": table["header_row"]}
    form = CommentColumnsForm(request.POST or None, table=table, initial=initial)
    if form.is_valid():
        try:
            actions.match_columns(
                import_record=import_record,
                columns=form.matched,
                table=table["index"],
                header_row=form.cleaned_data["header_row"],
                version=form.cleaned_data["version"],
                by=request.user,
                read_now=False,
            )
            return here
        except EditCollision:
            messages.error(request, "Somebody else changed this import: look at it again.")
            return here
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"import": import_record, "form": form, "table": table, "steps": steps(2)}
    return render_page(request, "consultation/comment_import_columns.html", context)


@require_GET
@topic_page(PERMISSION)
def comment_import_rows(request, topic, pk):
    """What was found in the rows: problems first, each to be corrected or refused here."""
    import_record = get_object_or_404(topic.comment_imports.select_related("round"), pk=pk)
    if not import_record.is_checking:
        return redirect("consultation:comment_import_detail", topic.slug, pk)
    shows_all = request.GET.get("show") == "all"
    rows = import_record.rows.all()
    if not shows_all:
        rows = rows.exclude(findings=[], is_refused=False)
        rows = rows.order_by("is_refused", "-has_problem", "position")
    page = page_of(request, rows)
    counts = import_record.row_counts
    context = {
        "import": import_record,
        "steps": steps(3),
        "page": page,
        "shows_all": shows_all,
        "counts": counts,
        "has_errors": bool(counts["with_problems"]),
        "form": CommentConfirmForm(initial={"version": import_record.version}),
        "register": names_known(),
    }
    return render_page(request, "consultation/comment_import_rows.html", context, status=200)


def names_known():
    """The names that an organisation's cell may hold, in alphabetical order."""
    names = Stakeholder.objects.organisations().order_by().values_list("name", flat=True)
    return sorted(names, key=str.casefold)


@require_POST
@topic_page(PERMISSION)
def comment_import_confirm(request, topic, pk):
    """Import the rows that are ready and refuse the others."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    form = CommentConfirmForm(request.POST)
    if form.is_valid():
        try:
            actions.confirm_import(
                import_record=import_record, by=request.user, **form.cleaned_data
            )
        except RuleBroken as error:
            messages.error(request, str(error))
    return redirect("consultation:comment_import_detail", topic.slug, pk)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_import_undo(request, topic, pk):
    """Take a confirmed import back, after asking."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    here = reverse("consultation:comment_import_detail", args=[topic.slug, pk])
    form = ImportUndoForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            actions.undo_import(import_record=import_record, by=request.user)
            messages.success(request, f"The import of {import_record.file_name} is undone.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    imported = import_record.rows.exclude(comment=None).count()
    context = {"import": import_record, "form": form, "imported": imported}
    return render_page(request, "consultation/comment_import_undo.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_import_abandon(request, topic, pk):
    """Give up an import that is not confirmed, after asking."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    here = reverse("consultation:comment_import_detail", args=[topic.slug, pk])
    form = ImportAbandonForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            actions.abandon_import(import_record=import_record, by=request.user)
            messages.success(request, f"The import of {import_record.file_name} is abandoned.")
            return redirect("consultation:comment_import_list", topic.slug)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"import": import_record, "form": form}
    return render_page(request, "consultation/comment_import_abandon.html", context)
