"""How triage writes: every step changes standings, keeps what stood before, and can be undone."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import ImprovementArea, SubArea
from stakeholders.models import (
    Filing,
    Suggestion,
    SuggestionPart,
    TriageChange,
    TriageStep,
)
from stakeholders.models.standing import Place, Standing, place_of, standings_of

SHOWN_NUMBERS = 10


@transaction.atomic
def take_step(*, kind, topic, suggestions, change, by, reason="", version=None, **detail):
    """Change where suggestions stand, as one step that can be undone; returns it.

    `suggestions` is a queryset of the topic's, `change` makes the new `Standing` of the old one
    and may refuse by RuleBroken; `detail` goes into the event. Where `version` is given (for a
    single suggestion), nothing is changed if somebody else has changed it since: EditCollision.
    Returns None where no suggestion stands anywhere else afterwards.
    """
    numbers = locked(suggestions, version)
    before = standings_of(Suggestion.objects.filter(pk__in=numbers))
    after = {pk: change(standing) for pk, standing in before.items()}
    changed = [pk for pk in numbers if before[pk] != after[pk]]
    if not changed:
        return None
    write_standings({pk: (before[pk], after[pk]) for pk in changed}, numbers, by)
    step = TriageStep.objects.create(topic=topic, kind=kind, reason=reason.strip(), made_by=by)
    TriageChange.objects.bulk_create(
        TriageChange(
            step=step, suggestion_id=pk, before=before[pk].as_json(), after=after[pk].as_json()
        )
        for pk in changed
    )
    record_step(step, str(kind), changed, by, detail)
    return step


def record_step(step, verb, suggestions, by, detail=None):
    """Record a step: about the suggestion, or about the topic where it concerns several."""
    is_one = len(suggestions) == 1
    subject = Suggestion(pk=suggestions[0]) if is_one else step.topic
    several = {} if is_one else {"suggestions": suggestions}
    record(verb, subject, by=by, topic=step.topic_id, step=step.pk, **several, **(detail or {}))


def locked(suggestions, version=None):
    """Hold suggestions until the transaction ends; returns their numbers by key.

    Rows are taken in the order of their keys, so that two bulk steps wait for one another.
    """
    rows = Suggestion.objects.filter(pk__in=suggestions.order_by().values("pk"))
    rows = list(rows.order_by("pk").select_for_update().values_list("pk", "number", "version"))
    if version is not None and any(current != version for _, _, current in rows):
        raise EditCollision(Suggestion.objects.select_related("changed_by").get(pk=rows[0][0]))
    return {pk: number for pk, number, _ in rows}


def write_standings(changes, numbers, by):
    """Write what differs: `changes` holds a (before, after) pair of standings by key."""
    write_parts(changes)
    write_filings(changes, numbers)
    alike = defaultdict(list)
    for pk, (_, after) in changes.items():
        alike[after.state, after.out_of_scope, after.assignee, after.merged_into].append(pk)
    for (state, out_of_scope, assignee, merged_into), pks in alike.items():
        Suggestion.objects.filter(pk__in=pks).update(
            state=state,
            out_of_scope_reason=out_of_scope,
            assignee=assignee or None,
            merged_into=merged_into or None,
            version=F("version") + 1,
            changed_by=by,
            changed_at=timezone.now(),
        )


def write_parts(changes):
    """End the parts that are joined again, and let those stand that a step brings back."""
    now = timezone.now()
    for before, after in changes.values():
        ended, back = set(before.parts) - set(after.parts), set(after.parts) - set(before.parts)
        if ended:
            SuggestionPart.objects.filter(pk__in=ended).update(ended_at=now)
        if back:
            SuggestionPart.objects.filter(pk__in=back).update(ended_at=None)


def write_filings(changes, numbers):
    """Delete and add the filings by which the standings differ."""
    kept = {pk: set(before.places) & set(after.places) for pk, (before, after) in changes.items()}
    filings = Filing.objects.filter(suggestion__in=list(changes))
    gone = [one.pk for one in filings if place_of(one) not in kept[one.suggestion_id]]
    Filing.objects.filter(pk__in=gone).delete()
    Filing.objects.bulk_create(
        filing_of(place, pk, numbers[pk])
        for pk, (_, after) in changes.items()
        for place in after.places
        if place not in kept[pk]
    )


def filing_of(place, suggestion, number):
    """The row that says what the place says."""
    return Filing(
        suggestion_id=suggestion,
        number=number,
        area_id=place.area,
        sub_area_id=place.sub_area or None,
        is_own=place.is_own,
        part_id=place.part or None,
        filed_by_id=place.by,
        filed_at=datetime.fromisoformat(place.at),
    )


def new_place(area, sub_area, by, *, is_own=True, part=0):
    """A place as somebody gives it now."""
    now = timezone.now().isoformat()
    return Place(area.pk, sub_area.pk if sub_area else 0, is_own, part, by.pk, now)


@transaction.atomic
def undo_step(*, step, by):
    """Put back what stood before a step, if nobody has changed those suggestions since."""
    changes = list(step.changes.select_related("suggestion").order_by("suggestion_id"))
    numbers = locked(Suggestion.objects.filter(triage_changes__step=step))
    undone = TriageStep.objects.filter(pk=step.pk, undone_at=None)
    if not changes or not undone.update(undone_at=timezone.now(), undone_by=by):
        raise RuleBroken("This step was undone already.")
    now = standings_of(Suggestion.objects.filter(pk__in=numbers))
    check_unchanged(changes, now)
    pairs = {
        one.suggestion_id: (now[one.suggestion_id], Standing.from_json(one.before))
        for one in changes
    }
    check_places(pairs)
    write_standings(pairs, numbers, by)
    record_step(step, "undid_step", list(numbers), by)
    step.refresh_from_db()
    return step


def check_unchanged(changes, now):
    """Refuse to undo what somebody has changed since: their decision would be lost."""
    since = [
        one.suggestion.number
        for one in changes
        if now[one.suggestion_id] != Standing.from_json(one.after)
    ]
    if since:
        names = ", ".join(map(str, since[:SHOWN_NUMBERS]))
        more = " and more" if len(since) > SHOWN_NUMBERS else ""
        raise RuleBroken(
            f"This step cannot be undone: suggestion {names}{more} was changed since. Open it and"
            " change it by hand."
        )


def check_places(pairs):
    """Refuse to put suggestions back where no area or sub-area is any more."""
    places = [place for _, before in pairs.values() for place in before.places]
    areas = {place.area for place in places}
    sub_areas = {place.sub_area: place.area for place in places if place.sub_area}
    here = hold_areas(areas)
    there = dict(SubArea.objects.filter(pk__in=sub_areas).values_list("pk", "area"))
    if areas - here or any(there.get(pk) != area for pk, area in sub_areas.items()):
        raise RuleBroken(
            "This step cannot be undone: the area it would go back to is no longer there. File"
            " the suggestion by hand."
        )


def hold_areas(areas):
    """Keep areas from being merged until the transaction ends; returns those that still stand."""
    standing = ImprovementArea.objects.filter(pk__in=areas).order_by("pk")
    return set(standing.select_for_update(no_key=True).values_list("pk", flat=True))


@transaction.atomic
def move_filings(*, area, into, by, sub_areas=None):
    """Move everything that is filed under an area to another one, as when the two are merged.

    `sub_areas` says which sub-area of the other area takes each one's filings; those of a
    sub-area that it does not name go to the other area itself. Where a suggestion is under both
    already, its own filing wins. Returns the step, or None where nothing was filed.
    """
    targets = {old.pk: new.pk for old, new in (sub_areas or {}).items()}

    def moved(standing):
        leaving = [place for place in standing.places if place.area == area.pk]
        rest = standing.without(lambda place: place.area == area.pk)
        for place in leaving:
            target = replace(place, area=into.pk, sub_area=targets.get(place.sub_area, 0))
            rest = with_moved(rest, target)
        return rest

    return take_step(
        kind="moved",
        topic=area.topic,
        suggestions=Suggestion.objects.filter(filings__area=area),
        change=moved,
        by=by,
        area=area.pk,
        into=into.pk,
    )


def with_moved(standing, place):
    """The standing with a moved place, unless it is under that area by a stronger one already."""
    beside = [one for one in standing.places if one.area == place.area and one.part == place.part]
    if any(one.is_own for one in beside) and not place.is_own:
        return standing
    rest = standing.without(lambda one: one in beside)
    return replace(rest, places=tuple(sorted([*rest.places, place])))
