"""Reads the improvement areas with what is written and selected for each, part by part."""

from django.db.models import Prefetch

from qsdev.briefing.builder.guidance import Recommendation, ResearchRecommendation
from qsdev.briefing.builder.material import Area, Part
from qsdev.topics.models import AdditionalReason
from recommendations.models import SelectedRecommendation


def gather_areas(topic, anchors) -> tuple[Area, ...]:
    """Return the topic's areas, the additional ones last; `anchors` by the key of the area."""
    selections = SelectedRecommendation.objects.select_related(
        "recommendation__guideline",
        "recommendation__section",
        "research_recommendation__guideline",
    )
    rows = topic.areas.prefetch_related(
        "sub_areas",
        "summaries",
        "practice_findings",
        "not_covered",
        Prefetch("selected_recommendations", queryset=selections),
    )
    ordered = sorted(rows, key=lambda row: (row.is_additional, row.position))
    return tuple(_area(row, anchors[row.pk]) for row in ordered)


def _area(row, anchor):
    sentence = AdditionalReason(row.reason).sentence if row.reason else ""
    return Area(
        title=row.title,
        anchor=anchor,
        pk=row.pk,
        parts=_parts(row),
        is_additional=row.is_additional,
        reason_sentence=sentence,
        explanation=row.explanation,
    )


def _parts(row):
    """An area without sub-areas stands for itself; beside sub-areas it does if it has content."""
    sub_areas = sorted(row.sub_areas.all(), key=lambda one: one.position)
    whole = _part(row, None, row.title)
    parts = tuple(_part(row, one.pk, one.title) for one in sub_areas)
    return parts if parts and whole.is_empty else (whole, *parts)


def _part(row, sub_area, title):
    summary = _of(row.summaries, sub_area)
    practice = _of(row.practice_findings, sub_area)
    selected = _of(row.selected_recommendations, sub_area)
    return Part(
        title=title,
        sub_area=sub_area,
        summary=summary[0].text if summary else "",
        practice=practice[0].text if practice else "",
        none_found=bool(practice and practice[0].none_found),
        recommendations=_recommendations(selected),
        research=_research(selected),
        not_covered=bool(_of(row.not_covered, sub_area)),
    )


def _of(manager, sub_area):
    return [one for one in manager.all() if one.sub_area_id == sub_area]


def _recommendations(selected):
    rows = [one.recommendation for one in selected if one.recommendation]
    found = (
        Recommendation(
            guideline=row.guideline.reference,
            number=row.number,
            text=row.text,
            section=row.section.title,
            is_key_priority=row.is_key_priority,
            sort_key=row.sort_key,
            pk=row.pk,
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.guideline, one.sort_key)))


def _research(selected):
    rows = [one.research_recommendation for one in selected if one.research_recommendation]
    found = (
        ResearchRecommendation(row.guideline.reference, row.number, row.title, row.text, row.pk)
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.guideline, one.number)))
