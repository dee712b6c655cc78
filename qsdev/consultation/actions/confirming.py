"""Confirming an import of comments, once, and undoing it while nothing depends on it."""

from functools import partial

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.actions.rows import check_again
from qsdev.consultation.actions.writing import write_comments
from qsdev.consultation.imports.findings import REFUSALS
from qsdev.consultation.issued import issued_now
from qsdev.consultation.models import (
    Comment,
    CommentImport,
    CommentImportRow,
    ConsultationDraft,
    OrganisationResponse,
    ResponseSource,
    ResponseState,
)
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders.actions import uploads
from stakeholders.models import ImportState

LOOK_AGAIN = (
    "Something changed since these rows were checked: the register, the responses or the rows."
    " Look at them again before you import them."
)
NOT_AS_IT_IS = "Not imported as it stood"


class ChangedSincePreview(RuleBroken):
    """What was shown before confirming no longer holds."""


def confirm_import(*, import_record, version, by):
    """Import the rows without problems as comments and refuse the others, once.

    What could have changed since the preview is checked again; if it has, nothing is imported.
    """
    try:
        return confirm_once(import_record, version, by)
    except ChangedSincePreview:
        with transaction.atomic():
            CommentImport.objects.filter(pk=import_record.pk).update(version=F("version") + 1)
            import_record.refresh_from_db()
            check_again(import_record)
        raise


@transaction.atomic
def confirm_once(import_record, version, by):
    """Claim the import, check it, refuse what has a problem, write the comments."""
    topic = Topic.objects.select_for_update().get(pk=import_record.topic_id)
    check_takes_comments(import_record.round)
    upload = import_record.upload.name
    claim(import_record, version, by)
    if check_again(import_record):
        raise ChangedSincePreview(LOOK_AGAIN)
    refused = refuse_problems(import_record)
    rows = list(import_record.rows.filter(is_refused=False))
    if not rows:
        raise RuleBroken("No row can be imported as it is: correct one, or abandon the import.")
    write_comments(import_record, topic, rows)
    transaction.on_commit(partial(uploads.discard, upload))
    record("imported_comments", import_record, by=by, imported=len(rows), refused=refused)
    return import_record


def check_takes_comments(round):
    """Refuse comments on a draft that was withdrawn, or after the report on them was issued."""
    if not ConsultationDraft.objects.filter(round=round).exists():
        raise RuleBroken("The draft was withdrawn: issue it again before you import comments.")
    if issued_now(round):
        raise RuleBroken(
            "The summary report was issued without this. Withdraw the report before you import"
            " more comments."
        )


def claim(import_record, version, by):
    """Make the import confirmed if it is what the person saw; only one of two can."""
    checking = ImportState.CHECKING
    here = CommentImport.objects.filter(pk=import_record.pk, version=version, state=checking)
    claimed = here.update(
        state=ImportState.CONFIRMED,
        upload="",
        tables=[],  # the samples in it hold words that may be redacted later
        finished_by=by,
        finished_at=timezone.now(),
        version=F("version") + 1,
    )
    import_record.refresh_from_db()
    if not claimed:
        raise (
            ChangedSincePreview(LOOK_AGAIN)
            if import_record.is_checking
            else RuleBroken(f"This import has ended already: {import_record.get_state_display()}.")
        )


def refuse_problems(import_record):
    """Refuse the rows with problems, each with its reason; returns how many are refused in all."""
    rows = list(import_record.rows.filter(has_problem=True, is_refused=False))
    for row in rows:
        problem = row.problems[0]
        code = problem["code"]
        row.is_refused, row.refusal_code = True, code
        row.refusal_reason = f"{REFUSALS.get(code, NOT_AS_IT_IS)}: {problem['message']}"
    CommentImportRow.objects.bulk_update(
        rows, ["is_refused", "refusal_code", "refusal_reason"], batch_size=200
    )
    return import_record.rows.filter(is_refused=True).count()


@transaction.atomic
def undo_import(*, import_record, by):
    """Take back a confirmed import, its comments and responses, if nothing rests on them."""
    here = CommentImport.objects.filter(pk=import_record.pk, state=ImportState.CONFIRMED)
    if not here.update(state=ImportState.UNDONE, version=F("version") + 1):
        raise RuleBroken("Only an import that was confirmed can be undone.")
    comments = Comment.objects.filter(import_row__import_record=import_record)
    held = comments.filter(
        Q(changes__isnull=False)
        | Q(redactions__isnull=False)
        | Q(theme__isnull=False)
        | ~Q(answer="")
    )
    numbers = sorted(set(held.values_list("number", flat=True)))
    if numbers:
        names = ", ".join(map(str, numbers[:10])) + (" and more" if len(numbers) > 10 else "")
        raise RuleBroken(
            f"Comments {names} are themed, answered, redacted or led to a change of wording, so"
            " this import can no longer be undone."
        )
    count = comments.count()
    Comment.objects.filter(pk__in=list(comments.values_list("pk", flat=True))).delete()
    back = {"state": ResponseState.DRAFT, "source": ResponseSource.WEB, "import_record": None}
    has_code = Q(stakeholder__access_codes__round=import_record.round_id)  # may draft on the web
    begun = import_record.responses.filter(Q(draft_comments__isnull=False) | has_code)
    OrganisationResponse.objects.filter(pk__in=list(begun.values_list("pk", flat=True))).update(
        **back, submitted_at=None
    )
    import_record.responses.all().delete()
    record("undid_comment_import", import_record, by=by, comments=count)
    import_record.refresh_from_db()
    return import_record
