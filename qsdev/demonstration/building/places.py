"""Finds what the content names by its key: areas, sub-areas, recommendations."""

from qsdev.demonstration.content import read_content


def areas_of(topic):
    """The topic's areas by the keys that the content gives them."""
    titles = {one["title"]: one["key"] for one in read_content()["areas"]}
    return {titles[area.title]: area for area in topic.areas.filter(title__in=titles)}


def issued_areas_of(paper):
    """The areas as a paper issued them, by the same keys."""
    titles = {one["title"]: one["key"] for one in read_content()["areas"]}
    issued = paper.areas.select_related("area").filter(title__in=titles)
    return {titles[area.title]: area for area in issued}


def place_of(topic, facts):
    """The area, and the sub-area or None, that a table of the content names."""
    area = areas_of(topic)[facts["area"]]
    titles = {
        part["key"]: part["title"]
        for one in read_content()["areas"]
        for part in one["sub_areas"]
        if one["key"] == facts["area"]
    }
    sub_area = facts.get("sub_area")
    return {"area": area, "sub_area": sub_area and area.sub_areas.get(title=titles[sub_area])}


def recommendations_of(topic):
    """The recommendations of the topic's development source by their numbers."""
    guideline = topic.development_sources.get().guideline
    return {one.number: one for one in guideline.recommendations.all()}
