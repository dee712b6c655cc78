"""Pages on which a row of a table of comments is corrected, refused or put back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.forms.imports import CommentRowCorrectForm, CommentRowRefuseForm
from qsdev.consultation.imports.columns import LABELS
from qsdev.consultation.models import CommentImportRow
from qsdev.consultation.views.imports import PERMISSION, names_known
from qsdev.consultation.views.settling import refused_as
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.views.import_rows import say_corrected


def row_of(topic, pk):
    """A row of an import of this topic that is not imported yet."""
    rows = CommentImportRow.objects.select_related("import_record__topic", "import_record__round")
    return get_object_or_404(rows, pk=pk, import_record__topic=topic, comment=None)


def labelled(row):
    """The cells of a row as the file had them, each under its column's name."""
    return [(LABELS[key], text) for key, text in row.cells.items() if text]


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_row_correct(request, topic, pk):
    """Correct a row's organisation, statement, question or section."""
    row = row_of(topic, pk)
    back = reverse("consultation:comment_import_detail", args=[topic.slug, row.import_record_id])
    form = CommentRowCorrectForm(request.POST or None, initial=row.values, cancel=back)
    if form.is_valid():
        try:
            is_over = row.import_record.is_confirmed
            correct = actions.correct_refused_row if is_over else actions.correct_row
            corrected = correct(row=row, corrections=form.corrections, by=request.user)
            say_corrected(request, corrected)
            return redirect(back)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "row": row, "register": names_known(), "cells": labelled(row)}
    return render_page(request, "consultation/comment_row_correct.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_row_refuse(request, topic, pk):
    """Refuse a row, with the reason; after the import, say that its refusal stands."""
    row = row_of(topic, pk)
    back = reverse("consultation:comment_import_detail", args=[topic.slug, row.import_record_id])
    initial = {"code": refused_as(row), "reason": row.refusal_reason}
    form = CommentRowRefuseForm(request.POST or None, initial=initial, cancel=back)
    if form.is_valid():
        try:
            refuse(row, request.user, form.cleaned_data)
            messages.success(request, f"{row.place} is refused.")
            return redirect(back)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "row": row, "cells": labelled(row)}
    return render_page(request, "consultation/comment_row_refuse.html", context)


def refuse(row, by, said):
    """Refuse a row of an import that is being checked, or settle one of an import that is over."""
    import_record = row.import_record
    if import_record.is_confirmed:
        actions.settle_rows(import_record=import_record, rows=[row], by=by, **said)
    else:
        actions.refuse_row(row=row, by=by, **said)


@require_POST
@topic_page(PERMISSION)
def comment_row_put_back(request, topic, pk):
    """Take the refusal of a row back; once the import is over, the row is to be settled again."""
    row = row_of(topic, pk)
    take_back = actions.reopen_row if row.import_record.is_confirmed else actions.put_back_row
    try:
        take_back(row=row, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("consultation:comment_import_detail", topic.slug, row.import_record_id)
