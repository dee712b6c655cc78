"""Makes one of what is printed twice, and finds what keeps a listing from being stored."""

from dataclasses import replace

from qsdev.tables import RefusedFile
from recommendations.imports.rows import RecommendationFile, problem, warning

LONGEST = {"number": 20, "section": 300, "title": 300, "text": 20_000}
MOST_LISTINGS = 2_000  # the longest guidelines have a few hundred recommendations
LARGEST_RESEARCH_NUMBER = 32_767


def merged(file_name, listings, notices):
    """The file with each recommendation once, and the problems of its listings."""
    if len(listings) > MOST_LISTINGS:
        raise RefusedFile(
            "too_many",
            f"“{file_name}” lists {len(listings)} recommendations; a guideline has a few hundred. "
            "Send those of one guideline alone.",
        )
    once, found = {}, list(notices)
    for listing in listings:
        first = once.get(listing.identity)
        if first is None:
            once[listing.identity] = listing
            continue
        found.extend(differences(first, listing))
        once[listing.identity] = replace(
            first,
            section=first.section or listing.section,
            title=first.title or listing.title,
            is_key_priority=first.is_key_priority or listing.is_key_priority,
        )
    for listing in once.values():
        found.extend(problems_of(listing))
    return RecommendationFile(
        file_name=file_name,
        listings=tuple(once.values()),
        notices=tuple(found),
        listed=sum(not listing.is_research for listing in listings),
        listed_research=sum(listing.is_research for listing in listings),
    )


def same_words(one, other):
    """Whether two texts differ in white space alone."""
    return one.split() == other.split()


def differences(first, second):
    """What is different where the same recommendation is printed a second time."""
    titles_differ = first.title and second.title and not same_words(first.title, second.title)
    if not same_words(first.text, second.text) or titles_differ:
        yield problem(
            "other_text",
            f"{second.name} has another text here than at {first.place}. Make both the same, or "
            "remove the wrong one.",
            second.place,
        )
    if first.section and second.section and not same_words(first.section, second.section):
        yield warning(
            "other_section",
            f"{second.name} stands under “{second.section}” here and under “{first.section}” at "
            f"{first.place}; the first is used.",
            second.place,
        )
    if first.is_key_priority != second.is_key_priority:
        yield warning(
            "other_key_priority",
            f"{second.name} is marked as a key priority for implementation in one of two places "
            f"({first.place}; {second.place}): it is taken as one.",
            second.place,
        )


def problems_of(listing):
    """What keeps a listing from being stored."""
    if not listing.text:
        yield problem(
            "no_text",
            f"{listing.name} has no text. Add it and end it with a full stop (a line without is "
            "read as a heading), or remove the line.",
            listing.place,
        )
    if listing.is_research and not is_research_number(listing.number):
        yield problem(
            "research_number",
            f"{listing.number} is not the number of a research recommendation: these are whole "
            "numbers from 1.",
            listing.place,
        )
    if not listing.is_research and "." not in listing.number:
        yield problem(
            "recommendation_number",
            f"{listing.number} is not the number of a recommendation: these have points, as in "
            "1.3.2. If it is for research, say so.",
            listing.place,
        )
    for name, longest in LONGEST.items():
        if len(getattr(listing, name)) > longest:
            yield problem(
                "too_long",
                f"The {name} of {listing.name[:60]} is longer than {longest} characters.",
                listing.place,
            )


def is_research_number(number):
    return number.isdecimal() and 1 <= int(number) <= LARGEST_RESEARCH_NUMBER
