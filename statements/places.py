"""Where a finding leads: the part of the page that is meant, or the page on which it is mended."""

from dataclasses import dataclass

from django.urls import reverse

from statements.checks import Finding
from statements.content import AUDIENCES

#: Parts that stand in panels of their own on the writing page; all others are its fields.
PANELS = {
    "measures": "Quality measures",
    "sources": "Source guidance",
    "definitions": "Definitions",
}
PARTS = PANELS | {
    "text": "Statement",
    "rationale": "Rationale",
    **{name: f"What it means for {words.lower()}" for name, words in AUDIENCES},
}


@dataclass(frozen=True)
class Placed:
    """A finding with the part that it is about, in words, and where one mends or reads it."""

    finding: Finding
    about: str
    links: tuple[tuple[str, str], ...]


def place_on_page(findings, content, measures, *, fields="") -> list[Placed]:
    """Findings that lead to their places on the page that shows them.

    `measures` are the statement's rows in the order of its content, and `fields` what comes before
    a part's name in the id of its field.
    """
    return [
        Placed(one, about(one, content), ((anchor(one, measures, fields), "Go there"),))
        for one in findings
    ]


def place_to_mend(findings, content, measures, statement, slug) -> list[Placed]:
    """Findings that lead to where they are mended, such as the field of a measure."""
    return [
        Placed(one, about(one, content), ((mending(one, measures, statement, slug), "Mend this"),))
        for one in findings
    ]


def place_to_read(findings, content, measures, statement, slug) -> list[Placed]:
    """Findings that lead to the place of the statement's page at which it can be read."""
    page = reverse("statements:statement_detail", args=[slug, statement.number])
    return [
        Placed(one, about(one, content), ((page + anchor(one, measures), "Read this"),))
        for one in findings
    ]


def place_of_standard(findings, slug, *, may_write) -> list[Placed]:
    """Findings about the standard as a whole, which lead to areas and statements."""
    return [Placed(one, "", tuple(leads(one, slug, may_write))) for one in findings]


def anchor(finding, measures, fields=""):
    """The place on a page: a measure of its own, a panel, or a part's field."""
    if finding.measure is not None:
        return f"#measure-{measures[finding.measure].pk}"
    return f"#{finding.part}" if finding.part in PANELS else f"#{fields}{finding.part}"


def mending(finding, measures, statement, slug):
    """The address at which a finding in a statement is mended."""
    if finding.measure is not None:
        measure = measures[finding.measure].pk
        return reverse("statements:measure_edit", args=[slug, measure]) + f"#id_{finding.field}"
    if finding.part == "sources":
        return reverse("statements:source_choose", args=[slug, statement.number])
    page = reverse("statements:statement_edit", args=[slug, statement.number])
    return page + anchor(finding, measures, "id_")


def leads(finding, slug, may_write):
    """Where a finding on the whole standard leads: pairs of an address and its words."""
    if finding.area is not None and may_write:
        page = reverse("statements:statement_create", args=[slug])
        yield f"{page}?area={finding.area}", "Draft a statement"
        yield reverse("statements:area_explain", args=[slug, finding.area]), "Say why there is none"
    for number in finding.statements:
        page = reverse("statements:statement_detail", args=[slug, number])
        yield page, f"Read statement {number}"


def about(finding, content):
    """The part that a finding is about, as its reader calls it: "Process measure a)"."""
    if finding.measure is None:
        return PARTS.get(finding.part, "")
    measure = content["measures"][finding.measure]
    return f"{measure['kind'].capitalize()} measure {measure['letter']})".removesuffix(" )")
