"""Codes by which organisations reach their own response: made by staff, tried by strangers."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from qsdev.audit.actions import record
from qsdev.consultation.models import (
    AccessCode,
    CodeAttempt,
    ConsultationDraft,
    OrganisationResponse,
    is_open,
)
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read as another
GROUPS, GROUP_LENGTH = 3, 4
MOST_FAILURES = 10
WHILE = timedelta(minutes=15)
KEPT = timedelta(days=1)
READ_AFTER_CLOSING = timedelta(days=30)  # a code only reads then: nothing drafted is lost to view
NO_DRAFT = (
    "The draft was withdrawn, so nothing can be said of it now. NICE tells your organisation when"
    " it is put to consultation again; this code opens it then."
)
UNKNOWN = "This code is not known. Check it letter by letter, or ask NICE for a new one."
TOO_MANY = "Too many codes were tried from here. Wait a quarter of an hour, then try again."


def hash_of(code):
    """What is kept of a code: case, spaces and hyphens do not matter."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac("consultation.code", plain, algorithm="sha256").hexdigest()


@transaction.atomic
def make_code(*, round, stakeholder, kind, by):
    """Make a code for an organisation, in place of one of that kind; returns it and its words.

    The words are shown this once, and never again.
    """
    if stakeholder.is_specialist_member:
        raise RuleBroken("Only registered organisations respond to a consultation.")
    if not ConsultationDraft.objects.filter(round=round).exists():
        raise RuleBroken("Issue the draft first: a code opens the response to it.")
    if round.has_closed:
        raise RuleBroken("The consultation has closed, so no more codes are made.")
    end_codes(round.access_codes.filter(stakeholder=stakeholder, kind=kind))
    parts = ("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    words = "-".join(parts)
    code = AccessCode.objects.create(
        topic_id=round.topic_id,
        round=round,
        stakeholder=stakeholder,
        kind=kind,
        code_hash=hash_of(words),
        made_by=by,
    )
    record("made_code", code, by=by, stakeholder=stakeholder.pk, kind=str(kind))
    return code, words


def end_codes(codes):
    """End codes that have not ended."""
    return codes.filter(ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def end_code(*, code, by):
    """End a code, for example because it went to the wrong person."""
    if not end_codes(AccessCode.objects.filter(pk=code.pk)):
        raise RuleBroken("This code has ended already.")
    record("ended_code", code, by=by)
    code.refresh_from_db()
    return code


def use_code(*, words, address):
    """The code that these words are, and the organisation's response, begun if there was none.

    Ten wrong codes from one address in a quarter of an hour, and none is tried for a while.
    """
    since = timezone.now() - WHILE
    if CodeAttempt.objects.filter(address=address, at__gte=since).count() >= MOST_FAILURES:
        raise RuleBroken(TOO_MANY)
    found = AccessCode.objects.select_related("round", "stakeholder", "topic")
    code = found.filter(code_hash=hash_of(words), ended_at=None).first()
    if code is None or timezone.now() > code.round.closes_at + READ_AFTER_CLOSING:
        CodeAttempt.objects.filter(at__lt=timezone.now() - KEPT).delete()
        CodeAttempt.objects.create(address=address)
        raise RuleBroken(UNKNOWN)
    begin_response(code)
    return code


@transaction.atomic
def begin_response(code):
    """Begin the organisation's response while the consultation is open."""
    Topic.objects.select_for_update().get(pk=code.topic_id)  # nobody withdraws the draft meanwhile
    if not ConsultationDraft.objects.filter(round=code.round).exists():
        raise RuleBroken(NO_DRAFT)
    if is_open(code.round):
        response, is_new = OrganisationResponse.objects.get_or_create(
            round=code.round,
            stakeholder=code.stakeholder,
            defaults={"topic_id": code.topic_id, "source": "web"},
        )
        if is_new:
            record("began_response", response, by=None, code=code.pk)
