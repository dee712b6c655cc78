"""Holds what a file says against what the guideline has, before anything is changed."""

from dataclasses import dataclass

from qsdev.tables import Notice
from recommendations.imports.merging import same_words
from recommendations.imports.rows import Listing, problem


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would do: what it adds, leaves as it is, changes, and why it may not.

    `changed` pairs each listing with the stored recommendation that it differs from.
    """

    added: tuple[Listing, ...]
    unchanged: tuple[Listing, ...]
    changed: tuple[tuple[Listing, object], ...]
    problems: tuple[Notice, ...]

    @property
    def listings(self):
        """Everything the import writes."""
        return (*self.added, *(listing for listing, _ in self.changed))


def compare(parsed, guideline, *, replace=False):
    """Compare a `RecommendationFile` with the guideline (None for one that is yet to be added).

    A stored recommendation with another text is a problem, unless the file's is to `replace` it.
    """
    stored = stored_recommendations(guideline) if guideline else {}
    added, unchanged, changed, problems = [], [], [], list(parsed.problems)
    for listing in parsed.listings:
        there = stored.get(listing.identity)
        if there is None:
            added.append(listing)
            problems.extend(missing_parts(listing))
        elif not (differing := differing_parts(listing, there)):
            unchanged.append(listing)
        else:
            changed.append((listing, there))
            if not replace:
                problems.append(differs(listing, differing, guideline))
    return Comparison(tuple(added), tuple(unchanged), tuple(changed), tuple(problems))


def stored_recommendations(guideline):
    """What the guideline has, by the identity that listings have."""
    stored = {
        (False, each.number): each for each in guideline.recommendations.select_related("section")
    }
    for each in guideline.research_recommendations.all():
        stored[True, str(each.number)] = each
    return stored


def differing_parts(listing, stored):
    """Names of what a listing says otherwise than the stored recommendation."""
    parts = [] if same_words(listing.text, stored.text) else ["text"]
    if listing.is_research:
        if listing.title and not same_words(listing.title, stored.title):
            parts.append("title")
        return parts
    if listing.section and not same_words(listing.section, stored.section.title):
        parts.append("section")
    if listing.strength != stored.strength:
        parts.append("strength")
    if listing.is_key_priority != stored.is_key_priority:
        parts.append("key priority")
    return parts


def missing_parts(listing):
    """What a recommendation that is new to the guideline must come with."""
    if listing.is_research and not listing.title:
        yield problem(
            "no_title",
            f"{listing.name} has no title. Write it after a colon: “NICE NG26 Research "
            "Recommendation 1: its title”, or in the table’s column “Title”.",
            listing.place,
        )
    if not listing.is_research and not listing.section:
        yield problem(
            "no_section",
            f"{listing.name} stands under no section of the guideline. Put the section’s heading "
            "above it, or in the table’s column “Section”.",
            listing.place,
        )


def differs(listing, parts, guideline):
    return problem(
        "differs_from_stored",
        f"{listing.name} is in {guideline} already with another {' and '.join(parts)}. Leave it "
        "out of the file, or say that the file is right and replaces what is there.",
        listing.place,
    )
