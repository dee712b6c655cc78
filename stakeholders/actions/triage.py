"""What triage decides of suggestions, one or many: where they are filed, later, out of scope."""

from dataclasses import replace

from django.db import transaction

from qsdev.accounts.roles import TEAM
from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from stakeholders.actions.steps import hold_areas, new_place, take_step
from stakeholders.models import StepKind, Suggestion, SuggestionNote


def step_for_one(kind, suggestion, change, by, **options):
    """A step that concerns one suggestion alone."""
    return take_step(
        kind=kind,
        topic=suggestion.topic,
        suggestions=Suggestion.objects.filter(pk=suggestion.pk),
        change=change,
        by=by,
        **options,
    )


@transaction.atomic
def file_suggestion(*, suggestion, area, by, sub_area=None, reason="", version=None):
    """File a suggestion under the improvement area that is its own."""
    check_area(suggestion.topic_id, area, sub_area)
    change = filed_under(area, sub_area, by)
    return step_for_one(
        StepKind.FILED, suggestion, change, by, reason=reason, version=version, area=area.pk
    )


@transaction.atomic
def file_suggestions(*, topic, suggestions, area, by, sub_area=None, reason=""):
    """File many suggestions under one area as their own, as one step."""
    check_area(topic.pk, area, sub_area)
    return take_step(
        kind=StepKind.FILED,
        topic=topic,
        suggestions=suggestions,
        change=filed_under(area, sub_area, by),
        by=by,
        reason=reason,
        area=area.pk,
    )


def filed_under(area, sub_area, by):
    """The change that makes an area a suggestion's own; filed there already, it stays as it is."""
    place = new_place(area, sub_area, by)

    def change(standing):
        own = standing.own
        if own and (own.area, own.sub_area) == (place.area, place.sub_area):
            return standing
        return standing.with_place(place)

    return change


@transaction.atomic
def support_area(*, suggestion, area, by, sub_area=None, reason="", version=None):
    """Let a suggestion support an area beside the one that is its own."""
    check_area(suggestion.topic_id, area, sub_area)
    place = new_place(area, sub_area, by, is_own=False)

    def change(standing):
        if standing.own and standing.own.area == area.pk:
            raise RuleBroken(f"{suggestion} is filed under “{area}” already: that is its own area.")
        there = [one for one in standing.supported if one.area == area.pk]
        if there and there[0].sub_area == place.sub_area:
            return standing
        added = standing.with_place(place)
        return replace(added, is_later=standing.is_later, out_of_scope=standing.out_of_scope)

    return step_for_one(
        StepKind.SUPPORTED,
        suggestion,
        change,
        by,
        reason=reason,
        version=version,
        area=area.pk,
    )


def check_area(topic_id, area, sub_area):
    """Refuse an area of another topic, and a sub-area of another area."""
    if area.topic_id != topic_id:
        raise RuleBroken(f"“{area}” belongs to another topic: choose an area of this one.")
    if sub_area and sub_area.area_id != area.pk:
        raise RuleBroken(f"“{sub_area}” is not a part of “{area}”: choose one of its sub-areas.")
    if not hold_areas([area.pk]):
        raise RuleBroken(f"“{area}” was merged or removed meanwhile: choose an area anew.")


@transaction.atomic
def end_support(*, suggestion, area, by):
    """Let a suggestion no longer support an area beside its own."""

    def change(standing):
        if not any(one.area == area.pk for one in standing.supported):
            raise RuleBroken(f"{suggestion} does not support “{area}” beside its own area.")
        return standing.without(lambda one: one.area == area.pk and not one.is_own)

    return step_for_one(StepKind.ENDED_SUPPORT, suggestion, change, by, area=area.pk)


@transaction.atomic
def unfile_suggestion(*, suggestion, by):
    """Take a suggestion out of the area that is its own; those it supports beside it stay."""

    def change(standing):
        if not standing.own:
            raise RuleBroken(f"{suggestion} is not filed under any area.")
        return standing.without(lambda one: one == standing.own)

    return step_for_one(StepKind.UNFILED, suggestion, change, by)


@transaction.atomic
def leave_for_later(*, suggestion, by, reason="", version=None):
    """Put a suggestion aside: it stays to be triaged, after those that nobody has looked at."""

    def change(standing):
        check_waits(suggestion, standing)
        return replace(standing, is_later=True)

    kind = StepKind.LEFT_FOR_LATER
    return step_for_one(kind, suggestion, change, by, reason=reason, version=version)


def check_waits(suggestion, standing):
    if standing.own or standing.out_of_scope:
        raise RuleBroken(f"{suggestion} has its place already: take it back to triage first.")


@transaction.atomic
def put_out_of_scope(*, suggestion, reason, by, version=None):
    """Say that a suggestion lies outside the topic, and why; papers print it with the reason."""
    return put_many_out_of_scope(
        topic=suggestion.topic,
        suggestions=Suggestion.objects.filter(pk=suggestion.pk),
        reason=reason,
        by=by,
        version=version,
    )


@transaction.atomic
def put_many_out_of_scope(*, topic, suggestions, reason, by, version=None):
    """Say of many suggestions at once that they lie outside the topic, and why."""
    if not reason.strip():
        raise RuleBroken("Give the reason why this is out of scope: papers print it.")

    def change(standing):
        return replace(standing, places=(), is_later=False, out_of_scope=reason.strip())

    return take_step(
        kind=StepKind.PUT_OUT_OF_SCOPE,
        topic=topic,
        suggestions=suggestions,
        change=change,
        by=by,
        version=version,
    )


@transaction.atomic
def take_back_to_triage(*, suggestion, by, version=None):
    """Let a suggestion wait for its place again: neither filed nor later nor out of scope."""

    def change(standing):
        kept = standing.without(lambda one: one.is_own)
        return replace(kept, is_later=False, out_of_scope="")

    return step_for_one(StepKind.TAKEN_BACK, suggestion, change, by, version=version)


@transaction.atomic
def assign_suggestions(*, topic, suggestions, assignee, by):
    """Give suggestions to an analyst of the topic's team, or to nobody (None)."""
    if assignee and not topic.roles_of(assignee) & set(TEAM):
        raise RuleBroken(f"{assignee} is not of this topic’s team: choose an analyst or a lead.")
    chosen = assignee.pk if assignee else 0
    return take_step(
        kind=StepKind.ASSIGNED,
        topic=topic,
        suggestions=suggestions,
        change=lambda standing: replace(standing, assignee=chosen),
        by=by,
        assignee=chosen,
    )


@transaction.atomic
def write_note(*, suggestion, text, by):
    """Leave a note for colleagues with a suggestion."""
    if not text.strip():
        raise RuleBroken("Write the note before saving it.")
    note = SuggestionNote.objects.create(suggestion=suggestion, text=text.strip(), written_by=by)
    record("wrote_note", suggestion, by=by, note=note.pk)
    return note


@transaction.atomic
def remove_note(*, note, by):
    """Take back a note of one's own."""
    if note.written_by_id != by.pk:
        raise RuleBroken(f"This note is {note.written_by}’s: only they can remove it.")
    record("removed_note", note.suggestion, by=by, note=note.pk)
    note.delete()
