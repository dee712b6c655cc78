"""Appendix 2: the review flowchart, drawn from the numbers of the evidence search."""

from qsdev.briefing.builder.material import EvidenceSearch, PaperMaterial
from qsdev.documents.blocks import Section
from qsdev.documents.flowchart import Papers, ReviewFlow, flowchart, flowchart_table
from qsdev.documents.shorthand import paragraph

HEADING = "Review flowchart"
ANCHOR = "review-flowchart"


def review_flowchart(material: PaperMaterial) -> Section:
    """Return the appendix: the drawing, and the same numbers as a table."""
    if material.search is None:
        blocks = (paragraph("The evidence search has not been recorded yet."),)
    else:
        flow = review_flow(material.search)
        blocks = (
            flowchart(flow, caption="How papers were identified and selected", anchor="flowchart"),
            flowchart_table(flow, caption="Numbers of the review", anchor="flowchart-table"),
        )
    return Section(HEADING, blocks, anchor=ANCHOR, appendix=True)


def review_flow(search: EvidenceSearch) -> ReviewFlow:
    """Return the numbers of the search as the flowchart draws them."""
    return ReviewFlow(
        identified=(
            Papers("Found by searching databases", search.from_databases),
            Papers("Suggested by stakeholders", search.from_stakeholders),
            Papers("Suggested internally", search.from_internal),
        ),
        excluded=tuple(Papers(reason, papers) for reason, papers in search.exclusions),
        included=search.stated_included,
    )
