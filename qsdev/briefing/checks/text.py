"""Rules about the text itself: headings, brackets, abbreviations, sub-areas, contents."""

import re

from qsdev.briefing.builder.overview import overview_anchor
from qsdev.briefing.builder.wording import listed
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.prose import all_prose
from qsdev.briefing.checks.rules import rule
from qsdev.documents.blocks import Heading
from qsdev.documents.reading import plain_text

PAIRS = {")": "(", "]": "["}
#: "a)" or "12)" at the start of a point, which opens nothing.
POINT = re.compile(r"(?:^|(?<=\s))(?:[a-z]|[ivx]{1,4}|\d{1,2})\)(?=\s)")
ABBREVIATION = re.compile(r"(?<![\w&/-])(?:[A-Z]{2,}[a-z]?|[A-Z][A-Za-z]*[A-Z])s?(?![\w&])")
#: Abbreviations that need no expansion for a committee of NICE.
WELL_KNOWN = "UK NHS NICE GP GPs EU USA HIV AIDS DNA BBC MP MPs PhD OK TV IT ID"
ROMAN = re.compile(r"[IVX]+s?")


@rule("heading_empty", "error", "Headings are not empty")
def heading_empty(paper):
    """An area, a sub-area, a framework or a printed section has no heading."""
    for area in paper.material.areas:
        titles = (area.title, *(part.title for part in area.parts if part.sub_area is not None))
        if not all(title.strip() for title in titles):
            yield Finding(
                f"An area or sub-area has no heading (“{area.title or 'without name'}”). Give it "
                "one.",
                "area",
                area.pk,
                area.anchor,
                mending.area(area.pk),
            )
    for framework in paper.material.frameworks:
        titles = (framework.title, *(domain.title for domain in framework.domains))
        if not all(title.strip() for title in titles):
            yield Finding(
                "A framework, or a domain of one, has no heading. Give it one.",
                "framework",
                framework.title,
                "frameworks",
                mending.frameworks(),
            )
    for section in paper.printed.all_sections:
        headings = (block for block in section.blocks if isinstance(block, Heading))
        words = (section.heading, *(plain_text(heading) for heading in headings))
        if not all(one.strip() for one in words):
            yield Finding(
                "A heading of the paper is empty. Build the paper anew.", anchor=section.anchor
            )


@rule("bracket_unbalanced", "error", "Brackets balance")
def bracket_unbalanced(paper):
    """A bracket is opened and not closed, or closed and not opened."""
    for prose in all_prose(paper.material):
        for words in _unbalanced(prose.text):
            yield prose.finding(f"A bracket {words} in {prose.name}. Put its partner in.")
    for guideline in paper.material.guidelines:
        for one in (*guideline.recommendations, *guideline.research):
            for words in _unbalanced(one.text):
                yield Finding(
                    f"A bracket {words} in the stored text of {one.name}. Compare it with the "
                    "guideline and import it anew.",
                    "recommendation",
                    one.pk,
                    "key-priorities",
                    mending.recommendations(),
                )


def _unbalanced(text):
    """Yield what is wrong with the brackets of each paragraph, in words with the text around.

    The bracket of "(up to 15)" looks like that of a point, so a paragraph is read both ways.
    """
    for paragraph in re.split(r"\n[ \t]*\n", text):
        bare = POINT.sub(lambda found: " " * len(found.group()), paragraph)
        if _fault(paragraph, paragraph):
            yield from filter(None, [_fault(bare, paragraph)])


def _fault(signs, paragraph):
    """Return what is wrong with the brackets among the signs, or nothing."""
    opened = []
    for place, sign in enumerate(signs):
        if sign in "([":
            opened.append((sign, place))
        elif sign in PAIRS and opened and opened[-1][0] == PAIRS[sign]:
            opened.pop()
        elif sign in PAIRS:
            return f"is closed and was not opened before “{_before(paragraph, place)}”"
    if opened:
        return f"is opened and never closed at “{_after(paragraph, opened[-1][1])}”"
    return None


def _before(text, place):
    return text[max(0, place - 25) : place + 1].strip()


def _after(text, place):
    return text[place : place + 25].strip()


@rule("abbreviation_not_expanded", "warning", "Abbreviations are expanded at first use")
def abbreviation_not_expanded(paper):
    """An abbreviation stands in the prose before, or without, being written out in full."""
    explained = _explained(paper.material)
    for prose in all_prose(paper.material):
        if prose.kind == "glossary":
            continue
        bare = re.sub(r"\[[@S][^\]]*\]|https?://\S+", " ", prose.text)
        written_out = {one for group in re.findall(r"\(([^)]*)\)", bare) for one in _found(group)}
        explained |= {_singular(one) for one in written_out if _is_explained(one, bare)}
        for abbreviation in dict.fromkeys(map(_singular, _found(bare))):
            if abbreviation not in explained:
                explained.add(abbreviation)
                yield prose.finding(
                    f"“{abbreviation}” is not written out in {prose.name}, where it is used first. "
                    "Write it in full there, with the abbreviation in brackets."
                )


def _explained(material):
    """Return what a reader knows: the legend, references of the sources, headings and terms."""
    known = set(WELL_KNOWN.split()) | {guideline.reference for guideline in material.guidelines}
    register = (*material.register, *material.specialist_members)
    texts = [one.name for one in register] + [one.abbreviation for one in register]
    texts += [title for area in material.areas for title in (area.title, *area.sub_areas)]
    texts += [term for term, _ in material.glossary]
    return known | {_singular(word) for text in texts for word in _found(text)}


def _found(text):
    words = (found.group() for found in ABBREVIATION.finditer(text))
    return [word for word in words if not ROMAN.fullmatch(word) and word not in WELL_KNOWN.split()]


def _is_explained(abbreviation, text):
    """Return whether words stand before the brackets in which the abbreviation is first used."""
    place = text.find(abbreviation)
    return bool(re.search(r"\w[*_”\"',]{0,3},? ?(?:\d+\w* \w+)? ?\($", text[:place].rstrip(" ")))


def _singular(word):
    return word.removesuffix("s") if word[:-1].isupper() else word


@rule("sub_areas_disagree", "error", "Sub-areas are the same in all three places")
def sub_areas_disagree(paper):
    """The summary table, section 4 and the area's table show different sub-areas."""
    rows = {row.title: row.sub_areas for row in paper.printed.summary_rows}
    for printed in paper.printed.areas:
        in_summary = rows.get(printed.title, ())
        in_table = tuple(
            part.title
            for part in printed.parts
            if part.title != printed.title or part.title in in_summary
        )
        places = {
            "the summary table": in_summary,
            "the summary of suggestions": printed.summary_headings,
            "the table of recommendations": in_table,
            "current practice": printed.practice_headings,
        }
        if len(set(places.values())) > 1:
            shown = (f"{place}: {listed(titles) or 'none'}" for place, titles in places.items())
            area = paper.material.area_by_anchor.get(printed.anchor)
            yield Finding(
                f"“{printed.title}” has different sub-areas in different places ("
                f"{'; '.join(shown)}). Build the paper anew.",
                "area",
                area.pk if area else "",
                printed.anchor,
                mending.area(area.pk) if area else None,
            )


@rule("section_not_in_contents", "error", "Every optional section is in the contents")
def section_not_in_contents(paper):
    """The topic has an optional part that the contents of the paper do not list."""
    listed_anchors = {label.anchor for label in paper.contents}
    for part in paper.material.overview:
        if part.is_optional and part.text and overview_anchor(part) not in listed_anchors:
            yield Finding(
                f"“{part.heading}” is written for this topic, but the contents do not list it. "
                "Build the paper anew.",
                "overview",
                part.kind,
                overview_anchor(part),
                mending.overview(part.kind),
            )
