"""Rules about evidence: numbers of the search, claims with citations, sources named alike."""

import re
from itertools import combinations

from rapidfuzz import fuzz

from qsdev.briefing.builder.citations import cited_paragraphs, cited_sources
from qsdev.briefing.builder.summary import included_sources
from qsdev.briefing.builder.wording import counted
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.prose import all_prose, practice
from qsdev.briefing.checks.rules import rule

#: A number that claims something: "15.3%", "1 in 8", "4 times", "1,533 mothers", "a fifth of".
FRACTION = r"half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
CLAIM = re.compile(
    rf"\d|\b(?:one|two|three|four|nearly a|about a|over a|a|an) (?:{FRACTION})s?\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) \w",
    re.IGNORECASE,
)
#: Numbers that name something rather than claim it: years, ages, references.
NAMED = re.compile(
    r"\b(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?\b|\bages? \d{1,3}(?:\s?(?:–|-|to)\s?\d{1,3})?"
    r"|\b[A-Z]{1,8}\d{1,4}[A-Z]?\b|\bunder \d{1,3}s?\b",
)
LIKE = 90


@rule("papers_included_differ", "warning", "Papers included are the sources cited")
def papers_included_differ(paper):
    """The stated number of papers included differs from the distinct sources that are cited."""
    search, cited = paper.material.search, len(included_sources(paper.material))
    if search and search.stated_included != cited:
        yield Finding(
            f"The number of papers said to be included is {search.stated_included:,}, but findings "
            f"cite {counted(cited, 'distinct source')}. Correct the number or the findings.",
            "evidence_search",
            "",
            "evidence-search",
            mending.evidence_search(),
        )


@rule("flow_does_not_add_up", "error", "The numbers of the review flowchart add up")
def flow_does_not_add_up(paper):
    """Papers identified, less those excluded, are not the papers stated as included."""
    search = paper.material.search
    if search and search.remaining != search.stated_included:
        yield Finding(
            f"{search.identified:,} papers were identified and {search.excluded:,} excluded, which "
            f"leaves {search.remaining:,}, but {search.stated_included:,} are said to be included. "
            "Correct the numbers of the search.",
            "evidence_search",
            "",
            "review-flowchart",
            mending.evidence_search(),
        )


@rule("number_without_citation", "error", "A claim in numbers has a citation")
def number_without_citation(paper):
    """A paragraph of current practice gives a number without saying where it is from."""
    for area in paper.material.areas:
        for prose in practice(area):
            for place, paragraph in enumerate(cited_paragraphs(prose.text), start=1):
                claim = CLAIM.search(NAMED.sub("", paragraph.words))
                if claim and not paragraph.sources:
                    yield prose.finding(
                        f"Paragraph {place} of {prose.name} makes a claim in numbers and cites no "
                        "source. Add the citation."
                    )


@rule("source_unknown", "error", "Evidence that is cited exists")
def source_unknown(paper):
    """A text cites evidence by a key that no source has."""
    known = paper.material.source_by_key
    for prose in all_prose(paper.material):
        for key in cited_sources(prose.text):
            if key not in known:
                yield prose.finding(
                    f"[@{key}] is cited in {prose.name}, but there is no such evidence source. "
                    "Add the source or correct the key."
                )


@rule("source_not_cited", "note", "Evidence sources that are not cited")
def source_not_cited(paper):
    """An evidence source is in the list and no text cites it."""
    used = {key for prose in all_prose(paper.material) for key in cited_sources(prose.text)}
    for source in paper.material.sources:
        if source.key not in used:
            yield _about(source, f"{source.name}: no finding cites it. Cite it or leave it.")


@rule("source_named_differently", "warning", "A source is named the same everywhere")
def source_named_differently(paper):
    """Two sources look like one, or one author is spelt in two ways."""
    for one, other in combinations(paper.material.sources, 2):
        if _key(one.title) == _key(other.title) and one.name != other.name:
            yield _about(
                other,
                f"“{one.name}” and “{other.name}” have the same title. If they are one source, "
                "keep one of them and cite that.",
            )
        elif one.author != other.author and _alike(one.author, other.author):
            yield _about(
                other,
                f"“{one.author}” and “{other.author}” look like one author in two spellings. "
                "Write the name in one way.",
            )


def _alike(one, other):
    return fuzz.ratio(_key(one), _key(other)) >= LIKE


def _key(text):
    return " ".join(re.findall(r"\w+", text.casefold()))


def _about(source, message):
    return Finding(message, "source", source.key, "evidence-search", mending.evidence())
