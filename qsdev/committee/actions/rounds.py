"""Rating rounds: planning one, fixing what is rated and when it closes, revealing what came out."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.briefing.models import PaperState
from qsdev.committee.models import RatedArea, RatingCriterion, RatingRound, Reveal
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold
from qsdev.topics.models import AreaKind

#: What areas are rated on unless a round says otherwise, with the words at 1 and at 9.
DEFAULT_CRITERIA = (
    ("Need for improvement", "Little need", "Great need"),
    ("Impact on outcomes", "Little impact", "Great impact"),
    ("Can be measured", "Hard to measure", "Easy to measure"),
)
CLOSED = "The round has closed: it stays as it is. Plan a second round instead."


@transaction.atomic
def plan_round(
    *,
    topic,
    opens_at,
    closes_at,
    by,
    areas=None,
    criteria=DEFAULT_CRITERIA,
    reveal=Reveal.ON_CLOSING,
    least_high=70,
    most_low=15,
):
    """Plan the first round of ratings of the issued paper, or one after a paper issued anew.

    `areas` are areas as that paper issued them, the main ones unless given; `criteria` are
    (name, words at 1, words at 9). A round whose opening time is past opens at once.
    """
    hold(topic.pk)
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    if paper is None or paper.is_withheld:
        raise RuleBroken("Members rate what an issued paper holds: issue the briefing paper first.")
    opens_at = max(opens_at, timezone.now())
    check_times(topic, opens_at, closes_at)
    chosen = list(paper.areas.filter(kind=AreaKind.MAIN)) if areas is None else list(areas)
    check_areas(paper, chosen)
    new = RatingRound.objects.create(
        topic=topic,
        paper=paper,
        number=next_number(topic),
        opens_at=opens_at,
        closes_at=closes_at,
        reveal=reveal,
        least_high=least_high,
        most_low=most_low,
        **first_change(by),
    )
    set_areas(new, chosen)
    set_criteria(new, criteria)
    record("planned_rating_round", new, by=by, number=new.number)
    return new


@transaction.atomic
def plan_second_round(*, follows, opens_at, closes_at, by, areas=None):
    """Plan a round after discussion: the same paper, criteria and threshold, members rate again."""
    topic = follows.topic
    hold(topic.pk)
    if not follows.has_closed:
        raise RuleBroken(f"{follows} is not closed yet: members would see their first ratings.")
    if RatingRound.objects.filter(follows=follows).exists():
        raise RuleBroken(f"A second round follows {str(follows).lower()} already.")
    if follows.paper.is_withdrawn:
        raise RuleBroken("The paper was withdrawn since: plan a round on the paper issued anew.")
    opens_at = max(opens_at, timezone.now())
    check_times(topic, opens_at, closes_at)
    rated = [one.issued_area for one in follows.rated_areas.select_related("issued_area")]
    chosen = rated if areas is None else list(areas)
    check_areas(follows.paper, chosen)
    new = RatingRound.objects.create(
        topic=topic,
        paper=follows.paper,
        number=next_number(topic),
        follows=follows,
        opens_at=opens_at,
        closes_at=closes_at,
        reveal=follows.reveal,
        least_high=follows.least_high,
        most_low=follows.most_low,
        **first_change(by),
    )
    set_areas(new, chosen)
    kept = ("name", "words_at_lowest", "words_at_highest")
    set_criteria(new, follows.criteria.values_list(*kept))
    record("planned_rating_round", new, by=by, number=new.number, follows=follows.pk)
    return new


@transaction.atomic
def change_rating_round(
    *, round, version, by, closes_at, opens_at=None, areas=(), criteria=None, **changes
):
    """Change a round that has not opened; of one that is open, only when it closes.

    `changes` may name reveal, least_high and most_low. Raises EditCollision.
    """
    hold(round.topic_id)
    if round.has_closed:
        raise RuleBroken(CLOSED)
    if round.has_opened:
        return extend(round, version, closes_at, by)
    opens_at = max(opens_at, timezone.now())
    check_times(round.topic, opens_at, closes_at, besides=round)
    check_areas(round.paper, areas)
    times = {"opens_at": opens_at, "closes_at": closes_at}
    change_row(row=round, version=version, by=by, **times, **changes)
    round.rated_areas.exclude(issued_area__in=areas).delete()
    kept = set(round.rated_areas.values_list("issued_area", flat=True))
    set_areas(round, [area for area in areas if area.pk not in kept])
    if criteria is not None:
        round.criteria.all().delete()
        set_criteria(round, criteria)
    record("changed_rating_round", round, by=by, number=round.number)
    return round


@transaction.atomic
def close_round(*, round, by):
    """Close an open round before its time."""
    now = timezone.now()
    if not RatingRound.objects.open_at(now).filter(pk=round.pk).update(closed_at=now):
        raise RuleBroken(f"{round} is not open.")
    round.refresh_from_db()
    record("closed_rating_round", round, by=by, number=round.number)
    return round


@transaction.atomic
def reveal_results(*, round, by, rated_area=None):
    """Show members the result of one area of a closed round, or of all that are not shown yet."""
    if not round.has_closed:
        raise RuleBroken(f"{round} is still open: close it before you reveal what came out.")
    hidden = round.rated_areas.filter(revealed_at=None)
    if rated_area is not None:
        hidden = hidden.filter(pk=rated_area.pk)
    shown = list(hidden.values_list("pk", flat=True))
    hidden.update(revealed_at=timezone.now(), revealed_by=by)
    if shown:
        record("revealed_results", round, by=by, rated_areas=shown)
    return round


def extend(round, version, closes_at, by):
    """Move the closing time of a round that is open."""
    if closes_at <= timezone.now():
        raise RuleBroken("To close the round now, use “Close the round”.")
    check_times(round.topic, round.opens_at, closes_at, besides=round)
    change_row(row=round, version=version, by=by, closes_at=closes_at)
    record("extended_rating_round", round, by=by, number=round.number)
    return round


def check_times(topic, opens_at, closes_at, besides=None):
    """Refuse times that make no sense, or at which another round of the topic is open."""
    if closes_at <= opens_at or closes_at <= timezone.now():
        raise RuleBroken("A round closes after it opens, and not before now: give a later time.")
    for other in topic.rating_rounds.exclude(pk=besides and besides.pk):
        if opens_at < other.ends_at and other.opens_at < closes_at:
            raise RuleBroken(f"{other} is open in that time: one round is open at a time.")


def check_areas(paper, areas):
    if not areas:
        raise RuleBroken("Choose at least one area to rate.")
    if any(area.paper_id != paper.pk for area in areas):
        raise RuleBroken("Choose areas of the paper that the round is about.")


def next_number(topic):
    return (topic.rating_rounds.aggregate(last=Max("number"))["last"] or 0) + 1


def set_areas(round, areas):
    RatedArea.objects.bulk_create(RatedArea(round=round, issued_area=area) for area in areas)


def set_criteria(round, criteria):
    """Write a round's criteria, each name once."""
    named = [(name.strip(), low.strip(), high.strip()) for name, low, high in criteria]
    if len({name.casefold() for name, _, _ in named}) < len(named):
        raise RuleBroken("Two criteria have the same name: give each its own.")
    RatingCriterion.objects.bulk_create(
        RatingCriterion(
            round=round,
            name=name,
            words_at_lowest=low,
            words_at_highest=high,
            position=position,
        )
        for position, (name, low, high) in enumerate(named, start=1)
    )
