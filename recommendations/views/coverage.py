"""Coverage both ways: areas that draw on no recommendation, recommendations that no area uses."""

from django.views.decorators.http import require_GET

from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from recommendations.views.lines import in_sections, lines_of
from recommendations.views.places import places_of


@require_GET
@topic_page("recommendations.view_recommendations")
def coverage_detail(request, topic):
    """What each area draws from each part of the guidelines, and what is left on both sides."""
    lines = lines_of(topic)
    places = places_of(topic, lines)
    unused = [line for line in lines if line.is_unused]
    priorities = [line for line in unused if line.is_key_priority]
    drawing = [place.area for place in places if place.lines or not place.area.is_additional]
    areas = list(dict.fromkeys(drawing))
    context = {
        "number_of_all": len(lines),
        "number_used": len(lines) - len(unused),
        "number_of_priorities": sum(line.is_key_priority for line in lines),
        "number_of_research": sum(line.is_research for line in lines),
        "places": places,
        "unsettled": [place for place in places if place.is_unsettled],
        "priorities": priorities,
        "unexplained": sum(line.is_unexplained for line in priorities),
        "research": [line for line in unused if line.is_research],
        "areas": areas,
        "matrix": matrix(lines, areas),
        "has_sources": len({line.recommendation.guideline_id for line in lines}) > 1,
        "may_select": "recommendations.select_recommendation" in request.allowed,
    }
    return render_page(request, "recommendations/coverage_detail.html", context)


def matrix(lines, areas):
    """Pairs of a guideline and its rows: a section with the lines that each area draws from it."""
    return [
        (guideline, [row(title, below, areas) for title, below in sections])
        for guideline, sections in in_sections(lines)
    ]


def row(title, lines, areas):
    """One section: its lines by area, and how many of them no area uses."""
    drawn = {area: [] for area in areas}
    for line in lines:
        for area in dict.fromkeys(area for area, _ in line.used_in):
            drawn[area].append(line)
    return {
        "title": title,
        "section": lines[0].section_code,
        "number": len(lines),
        "cells": list(drawn.values()),
        "unused": sum(line.is_unused for line in lines),
    }
