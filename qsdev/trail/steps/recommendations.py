"""Recommendations on the trail: what statements rest on, in which edition of which guideline."""

from collections import defaultdict

from qsdev.consultation.builder.wording import day
from qsdev.trail.links import Fact, Link, facts, page_in, unique
from recommendations.models import SelectedRecommendation
from statements.models import SourceGuidance


def recommendations_of(topic, statements):
    """The recommendations that statements rest on, in the guideline's order, and the guidelines.

    Returns two dictionaries by statement: links of recommendations, and of their editions.
    """
    rows = SourceGuidance.objects.filter(quality_statement__in=statements)
    rows = list(
        rows.select_related("recommendation__guideline", "recommendation__section").order_by(
            "recommendation__guideline", "recommendation__sort_key"
        )
    )
    chosen = selections_of(topic, {row.recommendation_id for row in rows})
    found, editions = defaultdict(list), defaultdict(list)
    for row in rows:
        one = row.recommendation
        link = recommendation_link(topic, one, chosen[one.pk])
        found[row.quality_statement_id].append(link)
        editions[row.quality_statement_id].append(guideline_link(topic, one.guideline))
    return found, {pk: unique(links) for pk, links in editions.items()}


def selections_of(topic, recommendations):
    """For which areas recommendations were selected, by whom and when, as facts by key."""
    rows = SelectedRecommendation.objects.filter(
        area__topic=topic, recommendation__in=recommendations
    ).select_related("area", "sub_area", "selected_by")
    found = defaultdict(tuple)
    for row in rows.order_by("area__position", "pk"):
        place = f"“{row.area.title}”" + (f", {row.sub_area.title}" if row.sub_area else "")
        words = f"{place}, by {row.selected_by.name}, {day(row.selected_at)}"
        page = page_in(topic, "briefing:area_detail", row.area_id)
        found[row.recommendation_id] += (Fact("Selected for", words, page),)
    return found


def recommendation_link(topic, recommendation, chosen, *, in_full=False):
    """A recommendation with its place in the guideline; `in_full` with its text too."""
    priority = "Key priority for implementation" if recommendation.is_key_priority else ""
    return Link(
        str(recommendation),
        facts(
            ("Recommendation", recommendation.text if in_full else ""),
            ("Section", recommendation.section.title),
            ("Strength", recommendation.get_strength_display()),
            ("Marked as", priority),
        )
        + chosen,
        page_in(topic, "trail:recommendation_trail", recommendation.pk),
    )


def guideline_link(topic, guideline):
    """The edition of the guideline that holds a recommendation."""
    title = f"NICE {guideline}" + (f": {guideline.title}" if guideline.title else "")
    return Link(title, (), page_in(topic, "recommendations:recommendation_list"))
