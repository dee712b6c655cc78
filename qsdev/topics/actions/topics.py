"""Beginning a topic, its front matter and its rounds."""

from django.core.validators import slug_re
from django.db import IntegrityError, transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.models import Round, Topic

#: Addresses of pages that stand where a topic's would.
TAKEN_ADDRESSES = frozenset({"new"})


@transaction.atomic
def create_topic(*, slug, title, reference="", by):
    """Begin the development of a quality standard."""
    if not slug_re.fullmatch(slug):
        raise RuleBroken("An address is made of small letters, numbers and hyphens.")
    taken = f"There is already a topic with the address “{slug}”: choose another."
    if slug in TAKEN_ADDRESSES:
        raise RuleBroken(taken)
    try:
        with transaction.atomic():
            topic = Topic.objects.create(
                slug=slug, title=title, reference=reference, **first_change(by)
            )
    except IntegrityError as error:
        raise RuleBroken(taken) from error
    record("created", topic, by=by)
    return topic


@transaction.atomic
def change_topic(*, topic, version, by, **changes):
    """Change the topic's front matter, unless somebody else did so meanwhile."""
    change_row(row=topic, version=version, by=by, **changes)
    record("changed", topic, by=by, fields=sorted(changes))
    return topic


@transaction.atomic
def open_round(*, topic, kind, opens_at, closes_at, by, key_areas_each=5, stated_respondents=None):
    """Plan a round: the engagement exercise, or the consultation, from when until when."""
    check_dates(opens_at, closes_at)
    new = Round.objects.create(
        topic=topic,
        kind=kind,
        opens_at=opens_at,
        closes_at=closes_at,
        key_areas_each=key_areas_each,
        stated_respondents=stated_respondents,
        **first_change(by),
    )
    record("opened_round", new, by=by, kind=str(kind))
    return new


@transaction.atomic
def change_round(*, round, version, by, **changes):
    """Change a round's dates, its state, or what is stated of it, unless somebody else did so."""
    check_dates(changes.get("opens_at", round.opens_at), changes.get("closes_at", round.closes_at))
    change_row(row=round, version=version, by=by, **changes)
    record("changed_round", round, by=by, fields=sorted(changes))
    return round


def check_dates(opens_at, closes_at):
    if closes_at <= opens_at:
        raise RuleBroken("A round closes after it opens: give a later closing date.")
