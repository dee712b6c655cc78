"""Select recommendations for areas and sub-areas, or say why none, or not this one."""

from django.db import transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from recommendations.actions.locking import (
    first_version,
    locked_area,
    locked_topic,
    write_version,
)
from recommendations.models import NotCovered, ReasonNotSelected, SelectedRecommendation


@transaction.atomic
def select_recommendation(
    *, area, by, sub_area=None, recommendation=None, research_recommendation=None
):
    """Select a recommendation, or a research recommendation, for an area or its sub-area."""
    if (recommendation is None) == (research_recommendation is None):
        raise TypeError("Give one of recommendation and research_recommendation.")
    chosen = recommendation or research_recommendation
    area = locked_area(area, sub_area)
    check_declared(area.topic, chosen)
    place = {"area": area, "sub_area": sub_area}
    if NotCovered.objects.filter(**place).exists():
        raise RuleBroken(
            f"{sub_area or area} is marked as not directly covered: take that mark off before you "
            f"select {chosen}."
        )
    choice = {"recommendation": recommendation, "research_recommendation": research_recommendation}
    if SelectedRecommendation.objects.filter(**place, **choice).exists():
        raise RuleBroken(f"{chosen} is selected for {sub_area or area} already.")
    selected = SelectedRecommendation.objects.create(**place, **choice, selected_by=by)
    record("selected", selected, by=by, topic=area.topic_id, **codes(selected))
    if recommendation:
        withdraw_reason(area.topic, recommendation, by)
    return selected


@transaction.atomic
def deselect_recommendation(*, selected, by):
    """Take a recommendation out of an area or sub-area again."""
    locked_area(selected.area, None)
    if not SelectedRecommendation.objects.filter(pk=selected.pk).exists():
        raise RuleBroken("Somebody else took this recommendation out a moment ago.")
    record("deselected", selected, by=by, topic=selected.area.topic_id, **codes(selected))
    selected.delete()


@transaction.atomic
def mark_not_covered(*, area, by, sub_area=None):
    """Say that the development sources do not directly cover an area or its sub-area."""
    area = locked_area(area, sub_area)
    place = {"area": area, "sub_area": sub_area}
    selected = [
        *SelectedRecommendation.objects.filter(**place, research_recommendation=None),
        *SelectedRecommendation.objects.filter(**place, recommendation=None),
    ]
    if selected:
        names = ", ".join(
            str(each.recommendation or each.research_recommendation) for each in selected
        )
        raise RuleBroken(
            f"{sub_area or area} cannot be marked as not directly covered while this is selected "
            f"for it: {names}."
        )
    if NotCovered.objects.filter(**place).exists():
        raise RuleBroken(f"{sub_area or area} is marked as not directly covered already.")
    mark = NotCovered.objects.create(**place, marked_by=by)
    record(
        "marked_not_covered",
        mark,
        by=by,
        topic=area.topic_id,
        area=area.pk,
        sub_area=sub_area and sub_area.pk,
    )
    return mark


@transaction.atomic
def unmark_not_covered(*, area, by, sub_area=None):
    """Take the mark "not directly covered" off an area or its sub-area."""
    area = locked_area(area, sub_area)
    mark = NotCovered.objects.filter(area=area, sub_area=sub_area).first()
    if mark is None:
        raise RuleBroken(f"{sub_area or area} is not marked as not directly covered.")
    record(
        "unmarked_not_covered",
        mark,
        by=by,
        topic=area.topic_id,
        area=area.pk,
        sub_area=sub_area and sub_area.pk,
    )
    mark.delete()


@transaction.atomic
def give_reason_not_selected(*, topic, recommendation, reason, by, version=0):
    """Say why a recommendation, often a key priority, is not selected for any area of a topic.

    `version` is that of the reason as the writer saw it, 0 where there was none.
    """
    topic, reason = locked_topic(topic), reason.strip()
    check_declared(topic, recommendation)
    if not reason:
        raise RuleBroken(f"Say why {recommendation} is not selected.")
    used = SelectedRecommendation.objects.filter(area__topic=topic, recommendation=recommendation)
    for selected in used.select_related("area"):
        raise RuleBroken(
            f"{recommendation} is selected for {selected.area}: it needs no reason for being left "
            "out."
        )
    about = {"topic": topic, "recommendation": recommendation}
    given = ReasonNotSelected.objects.filter(**about).first()
    if given is None:
        given = ReasonNotSelected.objects.create(**about, reason=reason, **first_version(by))
    else:
        write_version(ReasonNotSelected, given.pk, version, {"reason": reason}, by)
        given.refresh_from_db()
    keys = {"recommendation": recommendation.pk, "version": given.version}
    record("gave_reason_not_selected", given, by=by, topic=topic, **keys)
    return given


def withdraw_reason(topic, recommendation, by):
    """A recommendation that is selected needs no reason for being left out any longer."""
    for given in ReasonNotSelected.objects.filter(topic=topic, recommendation=recommendation):
        record(
            "withdrew_reason_not_selected",
            given,
            by=by,
            topic=topic,
            recommendation=recommendation.pk,
        )
        given.delete()


def check_declared(topic, recommendation):
    """Refuse a recommendation of a guideline that the topic does not rest on."""
    if not topic.development_sources.filter(guideline=recommendation.guideline_id).exists():
        raise RuleBroken(
            f"{recommendation.guideline} is not a development source of {topic}: declare it as "
            f"one before you use {recommendation}."
        )


def codes(selected):
    """What the history keeps of a selection: ids alone."""
    return {
        "area": selected.area_id,
        "sub_area": selected.sub_area_id,
        "recommendation": selected.recommendation_id,
        "research_recommendation": selected.research_recommendation_id,
    }
