"""Confirming an import of comments, once, and undoing it while nothing depends on it."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F, Max, Q
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.consultation.actions.importing import check_again
from qsdev.consultation.imports.checking import NO, YES, moment_of, words_of
from qsdev.consultation.imports.findings import REFUSALS
from qsdev.consultation.imports.places import Draft
from qsdev.consultation.models import (
    Comment,
    CommentImport,
    CommentImportRow,
    CommentImportState,
    Interest,
    OrganisationResponse,
    ResponseSource,
    ResponseState,
)
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders.actions import uploads
from stakeholders.imports.names import Register
from stakeholders.models.register import name_key

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


def claim(import_record, version, by):
    """Make the import confirmed if it is what the person saw; only one of two can."""
    checking = CommentImportState.CHECKING
    here = CommentImport.objects.filter(pk=import_record.pk, version=version, state=checking)
    claimed = here.update(
        state=CommentImportState.CONFIRMED,
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


def write_comments(import_record, topic, rows):
    """Write a response for each organisation and a comment for each row."""
    register, draft = Register.known_in(topic), Draft.of(import_record.round)
    responses = write_responses(import_record, rows, register)
    statements = import_record.round.consultation_draft.statements.in_bulk(field_name="pk")
    by_number = {one.number: one for one in statements.values()}
    questions = {one.number: one for one in import_record.round.questions.all()}
    last = topic.comments.aggregate(last=Max("number"))["last"] or 0
    comments = []
    for number, row in enumerate(rows, start=last + 1):
        values = row.values
        stakeholder = match_of(register, values)
        place = draft.place_of(values)
        comments.append(
            Comment(
                topic=topic,
                round=import_record.round,
                response=responses[stakeholder.pk],
                stakeholder=stakeholder,
                number=number,
                place_kind=place.kind,
                statement=by_number[place.number] if place.kind == "statement" else None,
                question=questions[place.number] if place.kind == "question" else None,
                section=place.section,
                quote=values.get("quote", ""),
                text=words_of(values),
            )
        )
    for row, comment in zip(rows, Comment.objects.bulk_create(comments, 500), strict=True):
        row.comment = comment
    CommentImportRow.objects.bulk_update(rows, ["comment"], batch_size=200)


def match_of(register, values):
    """The organisation that a row without problems names."""
    return register.match(" ".join(values.get("organisation", "").split())).stakeholder


def write_responses(import_record, rows, register):
    """Write what each organisation says of its whole response; returns them by organisation.

    A response that was begun on the web becomes the one that came in; what was drafted stays with
    it, in view and not submitted.
    """
    said = {}
    for row in rows:
        about = said.setdefault(match_of(register, row.values).pk, {})
        for key in ("tobacco", "tobacco_details", "interest", "submitted"):
            if not about.get(key, "").strip():
                about[key] = row.values.get(key, "")
    received = {pk: received_response(import_record, about) for pk, about in said.items()}
    begun = import_record.round.organisation_responses.filter(
        stakeholder__in=received, state=ResponseState.DRAFT
    )
    responses = list(begun)
    for response in responses:
        begun.filter(pk=response.pk).update(**received.pop(response.stakeholder_id))
    whose = {"topic": import_record.topic, "round": import_record.round}
    responses += OrganisationResponse.objects.bulk_create(
        OrganisationResponse(stakeholder_id=pk, **whose, **fields)
        for pk, fields in received.items()
    )
    return {response.stakeholder_id: response for response in responses}


def received_response(import_record, about):
    """The fields of a response that came in, from what its rows say of it."""
    details, stated = about["tobacco_details"].strip(), name_key(about["tobacco"])
    has_links = True if stated in YES else False if stated in NO | {"none", "nil"} else None
    if has_links is None and (stated or details):  # one column that holds the disclosure itself
        has_links, details = True, details or about["tobacco"].strip()
    interest = name_key(about["interest"])
    at = moment_of(" ".join(about["submitted"].split())) or import_record.received_on
    return {
        "import_record": import_record,
        "source": ResponseSource.IMPORT,
        "state": ResponseState.SUBMITTED,
        "has_tobacco_links": has_links,
        "tobacco_links": details,
        "interest": Interest.YES if interest in YES else Interest.NO if interest in NO else "",
        "submitted_at": at if isinstance(at, datetime) else midday(at),
    }


def midday(day):
    """A moment of a day of which no time is known."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


@transaction.atomic
def undo_import(*, import_record, by):
    """Take back a confirmed import, its comments and responses, if nothing rests on them."""
    here = CommentImport.objects.filter(pk=import_record.pk, state=CommentImportState.CONFIRMED)
    if not here.update(state=CommentImportState.UNDONE, version=F("version") + 1):
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
    begun = import_record.responses.filter(draft_comments__isnull=False)
    OrganisationResponse.objects.filter(pk__in=list(begun.values_list("pk", flat=True))).update(
        **back, submitted_at=None
    )
    import_record.responses.all().delete()
    record("undid_comment_import", import_record, by=by, comments=count)
    import_record.refresh_from_db()
    return import_record
