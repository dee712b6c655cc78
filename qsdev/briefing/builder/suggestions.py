"""Appendix 4: every suggestion whole, and the same rows as a spreadsheet has them."""

from qsdev.briefing.builder.contributors import shown_name
from qsdev.briefing.builder.material import ADDITIONAL_AREAS, PaperMaterial, Suggestion
from qsdev.documents.blocks import Column, CrossReference, Section, Table
from qsdev.documents.shorthand import bullets, cell, paragraph, row, row_group

NOT_FILED = "Not yet filed"
OUT_OF_SCOPE = "Out of scope"
NONE_YET = "No suggestion has been made yet."
COLUMNS = (
    Column("ID", 0.5, names_row=True),
    Column("Stakeholder", 1.4),
    Column("Suggested key area for quality improvement", 2),
    Column("Why is this important?", 3),
    Column("Why is this a key area for quality improvement?", 3),
    Column("Supporting information", 2.6),
)
SPREADSHEET_COLUMNS = (
    *(column.heading for column in COLUMNS),
    "Improvement area",
    "Sub-area",
    "Also supports",
)


def suggestions(material: PaperMaterial) -> Section:
    """Return the landscape appendix: every suggestion once, under its own area."""
    table = Table(
        "Suggestions, as their contributors worded them",
        COLUMNS,
        tuple(_groups(material)) or (row_group(row(cell(NONE_YET, span=6))),),
        anchor="suggestions-table",
    )
    return Section(
        appendix_title(material),
        (
            table,
            *_also_supporting(material),
            *_split(material),
            *_merged(material),
            *_out_of_scope(material),
            *_not_used(material),
        ),
        anchor="suggestions",
        appendix=True,
        landscape=True,
    )


def appendix_title(material: PaperMaterial) -> str:
    """Return a title that names the kinds of contributor whose suggestions are printed."""
    kinds = ["registered stakeholders"] * bool(material.organisations)
    kinds += ["specialist committee members"] * bool(material.specialist_members)
    words = "Suggestions from stakeholder engagement exercise"
    return f"{words} – {' and '.join(kinds)}" if kinds else words


def suggestion_anchor(number: int) -> str:
    """Return the name of the row in which a suggestion is printed."""
    return f"suggestion-{number}"


def groups_of(material: PaperMaterial):
    """Yield each heading of the appendix with its suggestions; headings without any are left out.

    The additional areas are one group; what is out of scope follows them, and what is not yet
    filed is the last.
    """
    places = {area.anchor: area.place for area in material.areas}
    headings = {area.place: area.heading for area in material.main_areas}
    headings |= {"additional-areas": ADDITIONAL_AREAS, "out-of-scope": OUT_OF_SCOPE, "": NOT_FILED}
    under = {place: [] for place in headings}
    for one in material.suggestions:
        under["out-of-scope" if one.out_of_scope else places.get(one.area, "")].append(one)
    for place, heading in headings.items():
        if under[place]:
            yield heading, under[place]


def _groups(material):
    for heading, found in groups_of(material):
        yield row_group(*(_row(one, material) for one in found), heading=heading)


def _row(suggestion: Suggestion, material):
    return row(
        str(suggestion.number),
        cell(shown_name(suggestion.contributor, material)),
        *(cell(words) for words in suggestion.words),
        anchor=suggestion_anchor(suggestion.number),
    )


def _also_supporting(material):
    points = []
    for suggestion in material.suggestions:
        if suggestion.also_in:
            areas = [material.area_by_anchor[one] for one in suggestion.also_in]
            points.append(_point(suggestion, areas))
    if not points:
        return ()
    return paragraph("Suggestions that support another area beside their own:"), bullets(*points)


def _point(suggestion, areas):
    parts = [CrossReference(suggestion_anchor(suggestion.number)), ": "]
    for count, area in enumerate(areas):
        parts += ["; "] * bool(count)
        parts += [f"{area.title} (", CrossReference(area.place), ")"]
    return paragraph(*parts)


def _split(material):
    found = [one for one in material.suggestions if one.parts]
    points = [paragraph(*_parts_of(one, material)) for one in found]
    introduction = "Suggestions that were split, and where their parts are filed:"
    return (paragraph(introduction), bullets(*points)) if points else ()


def _parts_of(suggestion, material):
    """Yield where each part of a suggestion is filed, for a point of a list."""
    yield CrossReference(suggestion_anchor(suggestion.number))
    for count, part in enumerate(suggestion.parts):
        yield f"{'; ' if count else ': '}part {part.letter}"
        area = material.area_by_anchor.get(part.area)
        yield f" under {area.title}" if area else " not yet filed"


def _merged(material):
    known = material.suggestion_by_number
    found = [one for one in material.suggestions if one.merged_with in known]
    points = [
        paragraph(
            CrossReference(suggestion_anchor(one.number)),
            ": see also ",
            CrossReference(suggestion_anchor(one.merged_with)),
        )
        for one in found
    ]
    introduction = "Suggestions that say the same as another:"
    return (paragraph(introduction), bullets(*points)) if points else ()


def _out_of_scope(material):
    found = [(one.number, one.out_of_scope) for one in material.suggestions if one.out_of_scope]
    return _with_reasons("Suggestions that are out of scope, and why:", found)


def _not_used(material):
    rows = material.suggestions
    found = [(one.number, one.reason_not_used) for one in rows if one.reason_not_used]
    return _with_reasons("Suggestions that no summary takes up, and why:", found)


def _with_reasons(introduction, found):
    """A list of suggestions, each with a reason; nothing where there is none."""
    if not found:
        return ()
    points = (
        paragraph(CrossReference(suggestion_anchor(number)), f": {reason}")
        for number, reason in found
    )
    return paragraph(introduction), bullets(*points)


def spreadsheet(material: PaperMaterial):
    """Return headings and rows of the suggestions, in the order of the appendix."""
    rows = (_spreadsheet_row(one, material) for _, found in groups_of(material) for one in found)
    return SPREADSHEET_COLUMNS, tuple(rows)


def _spreadsheet_row(suggestion, material):
    areas = material.area_by_anchor
    own = areas.get(suggestion.area)
    return (
        suggestion.number,
        shown_name(suggestion.contributor, material),
        *suggestion.words,
        own.title if own else "",
        suggestion.sub_area,
        "; ".join(areas[one].title for one in suggestion.also_in),
    )
