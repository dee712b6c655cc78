"""The areas and sub-areas for which recommendations are selected, and what each one has."""

from dataclasses import dataclass

from recommendations.models import NotCovered


@dataclass(frozen=True, slots=True)
class Place:
    """An area, or a part of one, with the recommendations selected for it."""

    area: object
    sub_area: object
    lines: tuple
    is_not_covered: bool

    @property
    def name(self):
        return f"{self.area}: {self.sub_area}" if self.sub_area else str(self.area)

    @property
    def is_unsettled(self):
        """Whether it still wants recommendations; an additional area is not taken further."""
        settled = self.lines or self.is_not_covered
        return not settled and not self.area.is_additional


def places_of(topic, lines):
    """Every place of the topic in order: sub-areas, and areas that have none or are used whole."""
    marks = NotCovered.objects.filter(area__topic=topic).values_list("area_id", "sub_area_id")
    not_covered, selected = set(marks), {}
    for line in lines:
        for used_in in line.used_in:
            selected.setdefault(used_in, []).append(line)
    places = []
    for area in topic.areas.prefetch_related("sub_areas"):
        sub_areas = list(area.sub_areas.all())
        own = [None] if not sub_areas or (area, None) in selected else []
        for sub_area in [*own, *sub_areas]:
            mark = (area.pk, sub_area and sub_area.pk) in not_covered
            places.append(Place(area, sub_area, tuple(selected.get((area, sub_area), ())), mark))
    return places
