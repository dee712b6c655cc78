"""Section 3: who responded, what they suggested in one table, how evidence was looked for."""

from qsdev.briefing.builder.citations import cited_sources
from qsdev.briefing.builder.contributors import legend, stakeholders_of
from qsdev.briefing.builder.material import ADDITIONAL_AREAS, Area, PaperMaterial
from qsdev.briefing.builder.wording import capital, counted, listed, period
from qsdev.documents.blocks import Column, CrossReference, Section, Table, Text
from qsdev.documents.shorthand import bullets, cell, definitions, paragraph, row, row_group

SUMMARY_TABLE = "summary-table"


def summary(material: PaperMaterial) -> Section:
    """Return section 3."""
    return Section(
        "Summary of suggestions",
        (),
        (_responses(material), _evidence(material)),
        "summary-of-suggestions",
    )


def _responses(material):
    blocks = [
        paragraph(_who_responded(material)),
        paragraph(_how_many_each(material)),
        paragraph(
            "The responses are brought together in ",
            CrossReference(SUMMARY_TABLE),
            ", and printed in full in ",
            CrossReference("suggestions"),
            ".",
        ),
        *_table_with_legend(material),
    ]
    return Section("Responses", tuple(blocks), anchor="responses")


def _who_responded(material):
    organisations = len(material.organisations)
    members = len(material.specialist_members)
    words = f"{capital(counted(organisations, 'registered stakeholder'))} responded"
    if members:
        words += f", and {counted(members, 'specialist committee member')} made suggestions as well"
    suggestions = counted(len(material.suggestions), "suggestion")
    if material.round is None:
        return f"{words}. Together they made {suggestions}."
    exercise = period(material.round.opens, material.round.closes)
    weeks = f"{material.round.weeks}-week"
    return f"{words}, in the {weeks} engagement exercise of {exercise}: {suggestions} in all."


def _how_many_each(material):
    if material.round is None:
        return "No engagement exercise has been recorded for this topic."
    each = counted(material.round.key_areas_each, "key area")
    return f"Each of them could put forward up to {each} for quality improvement."


def _table_with_legend(material):
    rows = [_row(area.heading, area.sub_areas, (area,), material) for area in material.main_areas]
    if material.additional_areas:
        titles = [area.heading for area in material.additional_areas]
        rows.append(_row(ADDITIONAL_AREAS, titles, material.additional_areas, material))
    if not rows:
        rows.append(row("No improvement area has been set up yet.", ""))
    table = Table(
        "Summary of suggested quality improvement areas",
        (Column("Suggested area for improvement", 3, names_row=True), Column("Stakeholders", 2)),
        (row_group(*rows),),
        anchor=SUMMARY_TABLE,
    )
    entries = legend(_used(material), material)
    if not entries:
        return (table,)
    return table, paragraph("Abbreviations in this table:", style="note"), definitions(*entries)


def _row(title, sub_areas, areas: tuple[Area, ...], material):
    below = [bullets(*sub_areas)] if sub_areas else []
    stakeholders = [paragraph(one) for one in stakeholders_of(areas, material)]
    return row(cell([Text(title, bold=True), *below]), cell(stakeholders))


def _used(material):
    groups = [(area,) for area in material.main_areas] + [material.additional_areas]
    return {one for group in groups for one in stakeholders_of(group, material)}


def included_sources(material: PaperMaterial) -> tuple[str, ...]:
    """Return the keys of the sources that findings of current practice cite, each once."""
    texts = (part.practice for area in material.areas for part in area.parts)
    keys = (key for text in texts for key in cited_sources(text) if key in material.source_by_key)
    return tuple(dict.fromkeys(keys))


def _evidence(material):
    included = counted(len(included_sources(material)), "paper")
    search = material.search
    if search is None:
        blocks = (paragraph("The evidence search has not been recorded yet."),)
    else:
        ways = listed(
            (
                f"{counted(search.from_databases, 'paper')} from bibliographic databases",
                f"{search.from_stakeholders:,} that stakeholders suggested",
                f"{search.from_internal:,} that were suggested internally",
            )
        )
        blocks = (
            paragraph(
                f"For examples of current practice in health and social care in the UK, {ways} "
                f"were looked at. This paper cites {included} from among them. ",
                "The search is drawn in ",
                CrossReference("review-flowchart"),
                ".",
            ),
        )
    return Section("Identification of current practice evidence", blocks, anchor="evidence-search")
