"""Improvement areas on the trail, with the areas that were merged into them."""

from collections import defaultdict

from qsdev.topics.models import ImprovementArea
from qsdev.trail.links import Link, facts, page_in


class Families:
    """Which areas of a topic became one by merging: their decisions and statements are shared."""

    def __init__(self, topic):
        rows = ImprovementArea.with_merged.filter(topic=topic).order_by("pk")
        self.into = dict(rows.values_list("pk", "merged_into"))
        self.members = defaultdict(list)
        for area in self.into:
            self.members[self.standing(area)].append(area)

    def standing(self, area):
        """The area that took an area in, or the area itself."""
        while self.into[area]:
            area = self.into[area]
        return area

    def of(self, areas):
        """The areas and all that became one with them, each once, those that stand first."""
        standing = list(dict.fromkeys(self.standing(area) for area in areas))
        merged = [one for area in standing for one in self.members[area] if one != area]
        return [*standing, *merged]


def areas_of(topic, areas):
    """The areas themselves, by key; one that was merged leads to the area that it went into."""
    rows = ImprovementArea.with_merged.filter(pk__in=areas).select_related("merged_into")
    rows = rows.prefetch_related("sub_areas", "merged_areas")
    return {one.pk: (area_link(topic, one),) for one in rows}


def area_link(topic, area):
    """An area with its sub-areas, and what it went into or took in."""
    into = area.merged_into
    return Link(
        area.title,
        facts(
            ("Sub-areas", "; ".join(one.title for one in area.sub_areas.all())),
            ("Not progressed", area.get_reason_display()),
            ("Merged into it", "; ".join(one.title for one in area.merged_areas.all())),
            ("Merged into", into.title, page_in(topic, "briefing:area_detail", into.pk))
            if into
            else None,
        ),
        None if into else page_in(topic, "briefing:area_detail", area.pk),
    )
