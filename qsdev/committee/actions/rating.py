"""Rating an area: by its member alone, in private, until the round closes."""

import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.committee.models import CriterionScore, Rating, RatingRound
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions.changing import change_row, first_change

NOT_OPEN_YET = "{round} has not opened yet: it opens on {day}."
CLOSED = (
    "{round} has closed, so this rating was not saved. What you had saved before it closed counts."
)
NO_VOTE = "Only voting members rate, and you are none in this topic now."
WITHDRAWN = "You take no part in “{area}”, so you do not rate it."


@transaction.atomic
def rate_area(*, rated_area, overall, proposal, scores, by, comment="", version=0):
    """Save a member's own rating of an area; `scores` is {criterion's key: 1 to 9}, one for each.

    `version` is that of the rating as the form was opened, 0 if there was none. The same rating
    sent twice is saved once. Returns the rating, which carries its receipt.
    """
    round = RatingRound.objects.select_for_update().get(pk=rated_area.round_id)
    check_member(round, rated_area, by)
    check_scores(round, scores)
    said = {"overall": overall, "proposal": proposal, "comment": comment.strip()}
    found = Rating.objects.filter(rated_area=rated_area, member=by).first()
    if found and version != found.version and is_same(found, said, scores):
        return found
    said |= {"saved_at": timezone.now(), "receipt": new_receipt()}
    if version:
        rating = change_row(row=found or Rating(), version=version, by=by, **said)
    else:
        rating = create_rating(rated_area, by, said)
    write_scores(rating, scores)
    record("rated_area", rating, by=by, topic=round.topic_id, rated_area=rated_area.pk)
    return rating


def check_member(round, rated_area, by):
    """Refuse unless the round is open and the person may rate this area in it."""
    if not round.has_opened:
        day = timezone.localtime(round.opens_at).strftime("%-d %B %Y at %H:%M")
        raise RuleBroken(NOT_OPEN_YET.format(round=round, day=day))
    if round.has_closed:
        raise RuleBroken(CLOSED.format(round=round))
    if by.pk not in round.voters:
        raise RuleBroken(NO_VOTE)
    area = rated_area.issued_area.area_id
    if {(by.pk, None), (by.pk, area)} & round.absent:
        raise RuleBroken(WITHDRAWN.format(area=rated_area.issued_area.title))


def check_scores(round, scores):
    if set(scores) != set(round.criteria.values_list("pk", flat=True)):
        raise RuleBroken("Rate the area on each criterion of the round.")


def is_same(rating, said, scores):
    """Whether a rating already says just this: it was sent twice."""
    kept = dict(rating.scores.values_list("criterion", "score"))
    return kept == scores and all(getattr(rating, name) == value for name, value in said.items())


def create_rating(rated_area, by, said):
    """A first rating; who sent another in the meantime is shown it."""
    try:
        with transaction.atomic():
            return Rating.objects.create(
                rated_area=rated_area, member=by, **said, **first_change(by)
            )
    except IntegrityError as error:
        current = Rating.objects.get(rated_area=rated_area, member=by)
        raise EditCollision(current) from error


def write_scores(rating, scores):
    for criterion, score in scores.items():
        CriterionScore.objects.update_or_create(
            rating=rating, criterion_id=criterion, defaults={"score": score}
        )


def new_receipt():
    """A code that its member can note down, for example "7F3A-09BC"."""
    code = secrets.token_hex(4).upper()
    return f"{code[:4]}-{code[4:]}"
