"""Which recommendations are near an area, by its title, its summaries and its suggestions."""

from stakeholders.hints.asking import ask
from stakeholders.hints.material import words_of


def recommendations_near(topic):
    """Return (area, recommendation, place, score, terms) by key, for all areas of the topic.

    Raises HintsFailed where the child process gives no answer.
    """
    areas = list(topic.areas.prefetch_related("summaries", "filings__suggestion"))
    sources = topic.development_sources.select_related("guideline")
    recommendations = [
        one
        for source in sources
        for one in source.guideline.recommendations.select_related("section")
    ]
    if not areas or not recommendations:
        return []
    question = {
        "queries": [text_of(area) for area in areas],
        "texts": [f"{one.section.title} {one.text}" for one in recommendations],
    }
    ranked = ask({"near": question})["near"]
    return [
        (area.pk, recommendations[found].pk, place, score, terms)
        for area, nearest in zip(areas, ranked, strict=True)
        for place, (found, score, terms) in enumerate(nearest, start=1)
    ]


def text_of(area):
    """What is said in an area, as one text."""
    summaries = [one.text for one in area.summaries.all()]
    suggestions = [words_of(filing.suggestion) for filing in area.filings.all()]
    return " ".join([area.title, area.title, *summaries, *suggestions])
