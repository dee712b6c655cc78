"""An organisation's response on the web: colleagues draft it, the lead submits it once."""

import secrets

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.audit.actions import record
from qsdev.consultation.actions.codes import LETTERS, begin_response
from qsdev.consultation.issued import issued_now
from qsdev.consultation.models import (
    Comment,
    DraftComment,
    OrganisationResponse,
    PlaceKind,
    ResponseState,
    is_open,
)
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import Topic


def check_open(code):
    """Refuse whatever comes before the consultation opens, while it is paused, or after it."""
    round = code.round
    round.refresh_from_db()
    if issued_now(round):
        raise RuleBroken(
            "The summary report of this consultation is issued, so nothing more is taken in. What"
            " you wrote stays in view here."
        )
    if is_open(round):
        return
    closes = timezone.localtime(round.closes_at)
    if round.has_closed:
        raise RuleBroken(
            f"The consultation closed on {date_format(closes, 'j F Y')} at {closes:%H:%M}. What you"
            " wrote stays in view here, and cannot be changed or submitted any more."
        )
    raise RuleBroken("The consultation is not open now. What you wrote stays in view here.")


def check_drafting(response):
    """Refuse changes to a response that has come in."""
    if response.is_submitted:
        raise RuleBroken("Your organisation’s response was submitted, so it stays as it is.")


def held(code):
    """The organisation's response, locked until the transaction ends.

    It is begun here where the code was entered before the consultation opened, or where an import
    that brought the response was undone since.
    """
    check_open(code)
    responses = OrganisationResponse.objects.select_for_update()
    mine = responses.filter(round=code.round, stakeholder=code.stakeholder)
    response = mine.first()
    if response is None:
        begin_response(code)
        response = mine.get()
    check_drafting(response)
    return response


@transaction.atomic
def draft_comment(*, code, text, statement=None, question=None, section="", written_by=""):
    """Add a comment on a statement, on a question, or on the draft in general.

    `section` says on which part, for example "Rationale".
    """
    response = held(code)
    comment = DraftComment.objects.create(
        response=response,
        statement=statement,
        question=question,
        section=section,
        text=text,
        written_by=written_by,
    )
    record("drafted_comment", response, by=None, code=code.pk, comment=comment.pk)
    return comment


@transaction.atomic
def change_draft_comment(*, code, comment, text, version, section="", written_by=""):
    """Change a drafted comment, unless a colleague did so since it was opened."""
    response = held(code)
    here = response.draft_comments.filter(pk=comment.pk, version=version)
    said = {"text": text, "section": section, "written_by": written_by}
    if not here.update(**said, written_at=timezone.now(), version=F("version") + 1):
        current = response.draft_comments.filter(pk=comment.pk).first()
        if current is None:
            raise RuleBroken("A colleague removed this comment: copy your text before you leave.")
        raise EditCollision(current, changed_by=current.written_by or "A colleague")
    record("changed_drafted_comment", response, by=None, code=code.pk, comment=comment.pk)
    comment.refresh_from_db()
    return comment


@transaction.atomic
def remove_draft_comment(*, code, comment, version):
    """Remove a comment that was drafted, unless a colleague changed it since it was opened."""
    response = held(code)
    here = response.draft_comments.filter(pk=comment.pk)
    current = here.first()
    if current and current.version != version:
        raise EditCollision(current, changed_by=current.written_by or "A colleague")
    record("removed_drafted_comment", response, by=None, code=code.pk, comment=comment.pk)
    here.delete()


@transaction.atomic
def say_about_response(*, code, has_tobacco_links, tobacco_links, interest, version):
    """Keep what holds for the whole response: tobacco links, interest in supporting.

    Refused where a colleague said something of it since the page was opened.
    """
    response = held(code)
    if response.version != version:
        raise EditCollision(response, changed_by="A colleague")
    OrganisationResponse.objects.filter(pk=response.pk).update(
        has_tobacco_links=has_tobacco_links,
        tobacco_links=tobacco_links.strip() if has_tobacco_links else "",
        interest=interest,
        version=F("version") + 1,
    )
    record("said_about_response", response, by=None, code=code.pk)


def lacking(response):
    """What a response still lacks before it can be submitted, as sentences."""
    missing = []
    if not response.draft_comments.exists():
        missing.append("Write at least one comment.")
    if response.has_tobacco_links is None:
        missing.append("Say whether your organisation has links with the tobacco industry.")
    return missing


@transaction.atomic
def submit_response(*, code, name, drafted_state):
    """Submit the organisation's response, once; its comments cannot be changed afterwards.

    `drafted_state` is the mark of what the lead looked through: what a colleague wrote since is
    looked at first.
    """
    if not code.is_lead:
        raise RuleBroken("Only the lead submits: ask whoever holds your organisation’s lead code.")
    Topic.objects.select_for_update().get(pk=code.topic_id)
    response = held(code)
    missing = lacking(response)
    if missing:
        raise RuleBroken(" ".join(missing))
    if drafted_state != response.drafted_state:
        raise RuleBroken(
            "A colleague changed the response after you opened this page. It is shown above as it"
            " stands now: look through it, then submit it."
        )
    OrganisationResponse.objects.filter(pk=response.pk).update(
        state=ResponseState.SUBMITTED,
        submitted_at=timezone.now(),
        submitted_name=name.strip(),
        receipt="R-" + "".join(secrets.choice(LETTERS) for _ in range(8)),
        version=F("version") + 1,
    )
    comments = comments_of(response)
    Comment.objects.bulk_create(comments)
    response.draft_comments.all().delete()
    record("submitted_response", response, by=None, code=code.pk, comments=len(comments))
    response.refresh_from_db()
    return response


def comments_of(response):
    """The comments that a response's drafts become, with the topic's next numbers."""
    last = response.topic.comments.aggregate(last=Max("number"))["last"] or 0
    return [
        Comment(
            topic_id=response.topic_id,
            round_id=response.round_id,
            response=response,
            stakeholder_id=response.stakeholder_id,
            number=number,
            place_kind=place_kind_of(drafted),
            statement=drafted.statement,
            question=drafted.question,
            section=drafted.section,
            text=drafted.text,
        )
        for number, drafted in enumerate(response.draft_comments.in_order(), start=last + 1)
    ]


def place_kind_of(drafted):
    if drafted.statement_id:
        return PlaceKind.STATEMENT
    if drafted.question_id:
        return PlaceKind.QUESTION
    return PlaceKind.SECTION if drafted.section else PlaceKind.GENERAL
