"""Rows that a confirmed import refused, and the pages on which the team settles them."""

from collections import Counter

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.actions.confirming import NOT_AS_IT_IS
from qsdev.consultation.forms.imports import CODES, CommentRowsSettleForm
from qsdev.consultation.imports.checking import Consulted, check_rows
from qsdev.consultation.imports.findings import KEPT_AS, REFUSALS
from qsdev.consultation.models import CommentImportRow
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

PERMISSION = "consultation.import_comments"
SHOWN = 50
OTHER = "other"  # stands for every problem that is no reason of the process
AT_ONCE = 200  # rows settled together; as many fields as a form may well send


def unsettled_of(round):
    """How many rows of a consultation's imports wait to be settled."""
    return CommentImportRow.objects.unsettled().filter(import_record__round=round).count()


def rows_not_imported(import_record):
    """What the page of an import says of its refused rows: those to settle, and those settled."""
    rows = CommentImportRow.objects.filter(import_record=import_record)
    unsettled, settled = rows.unsettled(), rows.settled().select_related("settled_by")
    waiting, stands = unsettled.count(), settled.count()
    return {
        "unsettled": checked_now(import_record, unsettled[:SHOWN]),
        "unsettled_count": waiting,
        "unsettled_more": max(0, waiting - SHOWN),
        "unsettled_codes": counted_by_reason(unsettled),
        "settled": settled[:SHOWN],
        "settled_count": stands,
        "settled_more": max(0, stands - SHOWN),
    }


def shown_as(code):
    """The code of the reason by whose words a refusal is shown."""
    kept_as = KEPT_AS.get(code, code)
    return kept_as if kept_as in REFUSALS else OTHER


def counted_by_reason(rows):
    """How many rows there are of each reason that is shown: (code, words, count)."""
    counted = Counter()
    for code, count in rows.order_by().values_list("refusal_code").annotate(Count("pk")):
        counted[shown_as(code)] += count
    return sorted((code, REFUSALS.get(code, NOT_AS_IT_IS), n) for code, n in counted.items())


def checked_now(import_record, rows):
    """The rows with what is wrong with them now: the register may have grown since."""
    rows = list(rows)
    pairs = [(row.position, row.values) for row in rows]
    found = check_rows(pairs, Consulted.of(import_record)) if rows else {}
    for row in rows:
        kept = [each for each in row.findings if each["column"] is None]
        row.findings = kept + found.get(row.position, [])
    return rows


def refused_as(row):
    """The reason of a refusal as a person gives it, None where nothing fits."""
    code = KEPT_AS.get(row.refusal_code, row.refusal_code)
    return code if code in CODES else None


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_import_settle(request, topic, pk):
    """List the rows that wait, and say of those that are ticked that their refusal stands."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    here = reverse("consultation:comment_import_detail", args=[topic.slug, pk])
    shown, waiting, initial = rows_to_settle(request, import_record)
    form = CommentRowsSettleForm(request.POST or None, rows=shown, initial=initial, cancel=here)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("rows", "code", "reason")}
        try:
            count = actions.settle_rows(import_record=import_record, by=request.user, **said)
            messages.success(request, said_of(count, said["code"]))
            return redirect(here)
        except RuleBroken as error:
            form.add_error("rows", str(error))
    context = {"form": form, "import": import_record, "waiting": waiting}
    context["more"] = max(0, waiting - AT_ONCE)
    return render_page(request, "consultation/comment_import_settle.html", context)


def rows_to_settle(request, import_record):
    """The rows that the page lists, how many wait, and what the form says first.

    The address may name one reason: then all rows that were refused for it are ticked. What was
    sent is found whether or not somebody settled it meanwhile.
    """
    rows = CommentImportRow.objects.filter(import_record=import_record)
    code, waiting = request.GET.get("code", ""), rows.unsettled()
    if code:
        codes = set(waiting.order_by().values_list("refusal_code", flat=True))
        alike = [each for each in codes if shown_as(each) == shown_as(code)]
        waiting = waiting.filter(refusal_code__in=alike)
    first = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    sent = [int(pk) for pk in request.POST.getlist("rows") if pk.isdecimal() and len(pk) < 10]
    refused = KEPT_AS.get(code, code)
    initial = {"rows": first, "code": refused} if code else {}
    return rows.filter(pk__in=[*first, *sent]), waiting.count(), initial


def said_of(count, code):
    """What is said once rows are settled."""
    rows = "1 row is" if count == 1 else f"{count:,} rows are"
    return f"{rows} refused for good: {REFUSALS[code].lower()}."


@require_POST
@topic_page(PERMISSION)
def comment_row_import(request, topic, pk):
    """Import a row that was refused, now that nothing is wrong with it."""
    rows = CommentImportRow.objects.select_related("import_record__round")
    row = get_object_or_404(rows, pk=pk, import_record__topic=topic)
    try:
        comment = actions.import_refused_row(row=row, by=request.user)
        messages.success(request, f"{row.place} is imported as comment {comment.number}.")
    except RuleBroken as error:
        messages.error(request, f"{row.place}: {error}")
    return redirect("consultation:comment_import_detail", topic.slug, row.import_record_id)
