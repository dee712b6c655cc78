"""Add guidelines, declare them as sources of a topic, and import their recommendations."""

from django.db import transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from recommendations.actions.locking import locked_topic
from recommendations.imports import compare, sort_key
from recommendations.models import (
    DevelopmentSource,
    Guideline,
    Recommendation,
    ResearchRecommendation,
)

LONGEST_REFERENCE = 20  # papers and their checks find recommendations by it
SENTENCES = 10  # how many problems one refusal spells out
FIELDS = ("text", "strength", "is_key_priority")


@transaction.atomic
def add_guideline(*, reference, edition, title, by):
    """Add an edition of a guideline, for example NG26 of 2015, or complete one announced."""
    reference, title = reference.strip().upper(), title.strip()
    if not reference or not title:
        raise RuleBroken("Give the guideline’s reference, such as NG26, and its full title.")
    check_reference(reference)
    if Guideline.objects.filter(reference=reference, edition=edition).exists():
        raise RuleBroken(
            f"{reference} ({edition}) is there already: choose it from the list of guidelines."
        )
    guideline, _ = Guideline.objects.update_or_create(
        reference=reference, edition=None, defaults={"edition": edition, "title": title}
    )
    record("added", guideline, by=by, reference=reference, edition=edition)
    return guideline


@transaction.atomic
def announce_guideline(*, reference, by):
    """Name a guideline whose year and title come when its recommendations are imported."""
    reference = reference.strip().upper()
    check_reference(reference)
    guideline = Guideline.objects.filter(reference=reference).order_by("edition").last()
    if guideline is None:
        guideline = Guideline.objects.create(reference=reference)
        record("announced", guideline, by=by, reference=reference)
    return guideline


def check_reference(reference):
    """Refuse a reference that papers could not find again in a text."""
    if not reference or len(reference) > LONGEST_REFERENCE or len(reference.split()) > 1:
        raise RuleBroken("Write the guideline’s reference in one word, such as NG26.")


@transaction.atomic
def declare_source(*, topic, guideline, by, is_further=False):
    """Say that a topic rests on an edition of a guideline: its recommendations may be selected."""
    topic = locked_topic(topic)
    declared = topic.development_sources.select_related("guideline")
    for source in declared.filter(guideline__reference=guideline.reference):
        raise RuleBroken(
            f"{source.guideline} is a development source of {topic} already, and a topic uses one "
            "edition of a guideline."
        )
    source = DevelopmentSource.objects.create(
        topic=topic, guideline=guideline, is_further=is_further
    )
    record("declared", source, by=by, topic=topic, guideline=guideline.pk, is_further=is_further)
    return source


@transaction.atomic
def declare_new_source(*, topic, reference, edition, title, by, is_further=False):
    """Add a guideline that is not known yet and declare it as a source of the topic."""
    guideline = add_guideline(reference=reference, edition=edition, title=title, by=by)
    announced = topic.development_sources.filter(guideline=guideline).first()
    return announced or declare_source(
        topic=topic, guideline=guideline, is_further=is_further, by=by
    )


@transaction.atomic
def import_recommendations(*, guideline, parsed, by, replace=False):
    """Take all recommendations of a file that was read into a guideline, or none of them.

    A recommendation that is there already with the same text stays as it is. With other text it
    is a problem, unless `replace` says that the file's text is the right one. Returns the
    `Comparison` that was carried out.
    """
    guideline = Guideline.objects.select_for_update().get(pk=guideline.pk)
    comparison = compare(parsed, guideline, replace=replace)
    if comparison.problems:
        raise RuleBroken(problem_sentence(comparison.problems))
    sections = added_sections(guideline, comparison)
    add_recommendations(guideline, comparison, sections)
    replace_recommendations(comparison, sections)
    put_sections_in_order(guideline)
    numbers = {
        "added": [listing.name for listing in comparison.added],
        "replaced": [listing.name for listing, _ in comparison.changed],
    }
    record("imported", guideline, by=by, unchanged=len(comparison.unchanged), **numbers)
    return comparison


def problem_sentence(problems):
    """The first problems, each with its place, and how many more there are."""
    lines = [f"{each.place}: {each.message}" for each in problems[:SENTENCES]]
    more = len(problems) - SENTENCES
    return " ".join(["Nothing was imported.", *lines, *([f"And {more} more."] if more > 0 else [])])


def added_sections(guideline, comparison):
    """Sections of the guideline by title, with those that the file brings."""
    sections = {section.title: section for section in guideline.sections.all()}
    for listing in comparison.listings:
        if not listing.is_research and listing.section and listing.section not in sections:
            sections[listing.section] = guideline.sections.create(
                title=listing.section, position=len(sections) + 1
            )
    return sections


def add_recommendations(guideline, comparison, sections):
    added = comparison.added
    Recommendation.objects.bulk_create(
        Recommendation(
            guideline=guideline,
            section=sections[listing.section],
            number=listing.number,
            sort_key=sort_key(listing.number),
            **{field: getattr(listing, field) for field in FIELDS},
        )
        for listing in added
        if not listing.is_research
    )
    ResearchRecommendation.objects.bulk_create(
        ResearchRecommendation(
            guideline=guideline,
            number=int(listing.number),
            title=listing.title,
            text=listing.text,
        )
        for listing in added
        if listing.is_research
    )


def replace_recommendations(comparison, sections):
    """Write the file's text over what was stored, for listings that differ from it."""
    for listing, stored in comparison.changed:
        if listing.is_research:
            stored.title, stored.text = listing.title or stored.title, listing.text
        else:
            stored.section = sections.get(listing.section, stored.section)
            stored.version += 1
            for field in FIELDS:
                setattr(stored, field, getattr(listing, field))
        stored.save()


def put_sections_in_order(guideline):
    """Sections stand in the order of the first recommendation of each."""
    first = {}
    for section, key in guideline.recommendations.order_by("sort_key").values_list(
        "section", "sort_key"
    ):
        first.setdefault(section, key)
    sections = sorted(guideline.sections.all(), key=lambda section: first.get(section.pk, "~"))
    for position, section in enumerate(sections, start=1):
        if section.position != position:
            guideline.sections.filter(pk=section.pk).update(position=position)
