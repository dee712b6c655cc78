"""Where each kind of finding is mended: the one list of the pages that checks point to."""

from qsdev.briefing.checks.findings import Mend


def suggestion(number: int) -> Mend:
    """The suggestion's own page, where it is filed and its words can be redacted."""
    return Mend("stakeholders:suggestion_detail", {"number": number})


def summary(area: int, sub_area: int | None = None) -> Mend:
    """The page on which the summary of an area or sub-area is written."""
    query = {} if sub_area is None else {"sub_area": sub_area}
    return Mend("stakeholders:summary_edit", {"pk": area}, query)


def register() -> Mend:
    """The register of stakeholders."""
    return Mend("stakeholders:stakeholder_list")


def imports() -> Mend:
    """The list of imports, from which a table is imported."""
    return Mend("stakeholders:import_list")


def import_of_rows(pk: int) -> Mend:
    """The import whose rows were left out."""
    return Mend("stakeholders:import_detail", {"pk": pk})


def selection(area: int, sub_area: int | None = None) -> Mend:
    """The page on which recommendations are selected for an area or sub-area."""
    return Mend("recommendations:recommendation_select", _part(area, sub_area))


def reason_not_selected(pk: int) -> Mend:
    """The page on which it is said why a recommendation is not selected."""
    return Mend("recommendations:reason_not_selected_edit", {"pk": pk})


def recommendations() -> Mend:
    """The list of recommendations of the topic's development sources."""
    return Mend("recommendations:recommendation_list")


def source() -> Mend:
    """The page on which a guideline is declared as a development source."""
    return Mend("recommendations:source_declare")


def practice(area: int, sub_area: int | None = None) -> Mend:
    """The page on which current practice in an area or sub-area is written."""
    return Mend("recommendations:finding_edit", _part(area, sub_area))


def evidence_search() -> Mend:
    """The page with the numbers of the evidence search."""
    return Mend("recommendations:evidence_search_edit")


def evidence() -> Mend:
    """The list of evidence sources."""
    return Mend("recommendations:evidence_source_list")


def areas() -> Mend:
    """The list of improvement areas, from which one is added."""
    return Mend("topics:area_list")


def area(pk: int) -> Mend:
    """The page of an improvement area's heading, reason and sub-areas."""
    return Mend("topics:area_edit", {"pk": pk})


def overview(kind: str) -> Mend:
    """The page on which a part of the overview is written."""
    return Mend("topics:overview_edit", {"kind": kind})


def frameworks() -> Mend:
    """The page with all parts of the overview, the frameworks included."""
    return Mend("topics:overview_list")


def glossary() -> Mend:
    """The page of the glossary."""
    return Mend("topics:glossary_edit")


def engagement(pk: int) -> Mend:
    """The page of the engagement exercise's dates and stated numbers."""
    return Mend("topics:round_edit", {"pk": pk})


def topic() -> Mend:
    """The page of the topic's own facts."""
    return Mend("topics:topic_edit")


def _part(area, sub_area):
    arguments = {"area_pk": area, "sub_area_pk": sub_area}
    return {name: pk for name, pk in arguments.items() if pk is not None}
