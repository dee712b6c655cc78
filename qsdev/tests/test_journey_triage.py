"""Journey: an analyst places every suggestion of the real table with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from qsdev.briefing.builder.suggestions import groups_of
from qsdev.briefing.builder.summary import SUMMARY_TABLE
from qsdev.briefing.rendering import read_paper
from qsdev.demonstration.content import read_content
from qsdev.documents.blocks import Table
from qsdev.documents.reading import plain_text, walk
from qsdev.tests.browser import Budget, axe
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.real_topic import UntriagedTopic, real_facts
from stakeholders.models import SuggestionState

START = "/topics/childrens-attachment/triage/"
LETTERS = "abcdefg"


@pytest.fixture
def untriaged(transactional_db):
    """The real table, imported and not filed."""
    building = UntriagedTopic(read_content(), PASSWORD)
    building.build()
    return building


def expect_on_desk(page, number):
    """Wait until the suggestion is on the desk and keys act on it."""
    heading = page.get_by_role("heading", name=f"File suggestion {number}", exact=True)
    expect(heading).to_be_visible()
    expect(page.locator("body.qs-keys-work")).to_be_attached()


def place_all(page, building):
    """Press the area's digit, the sub-area's letter and Enter for each; nothing but keys."""
    areas = list(building.topic.areas.prefetch_related("sub_areas"))
    for number, (area, sub_area) in building.plan.items():
        expect_on_desk(page, number)
        page.keyboard.press(str(areas.index(area) + 1))
        if sub_area:
            here = areas[areas.index(area)].sub_areas.all()
            page.keyboard.press(LETTERS[list(here).index(sub_area)])
        page.keyboard.press("Enter")


def undo_all(page, building):
    """Press u until nothing is filed any more."""
    expect(page.locator("body.qs-keys-work")).to_be_attached()
    for number in reversed(building.plan):
        page.keyboard.press("u")
        expect_on_desk(page, number)


def printed_table(paper, anchor):
    """The rows of a table of the paper, as lists of plain text."""
    tables = [one for one in walk(paper.document) if isinstance(one, Table)]
    (table,) = [one for one in tables if one.anchor == anchor]
    rows = [row for group in table.groups for row in group.rows]
    return [[plain_text(cell.blocks) for cell in row.cells] for row in rows]


def test_every_suggestion_is_placed_by_keys_alone_and_taken_back(page, sign_in, untriaged):
    topic = untriaged.topic
    sign_in(page, untriaged.analyst)
    with Budget(page) as first_view:
        page.goto(START)
    first_view.assert_first_view()
    assert topic.suggestions.filter(state=SuggestionState.TO_TRIAGE).count() == 50

    place_all(page, untriaged)
    expect(page.get_by_text("Every suggestion has its place")).to_be_visible()
    axe(page)

    own = topic.suggestions.filter(filings__is_own=True).order_by("number")
    placed = own.values_list("number", "filings__area", "filings__sub_area")
    assert list(placed) == [
        (number, area.pk, sub_area and sub_area.pk)
        for number, (area, sub_area) in untriaged.plan.items()
    ]
    check_paper(untriaged)
    undo_all(page, untriaged)
    assert topic.suggestions.filter(state=SuggestionState.TO_TRIAGE, filings=None).count() == 50
    expect(page.get_by_text("0 of 50")).to_be_visible()


def check_paper(building):
    """The appendix has the rows under the real paper's headings; the summary table follows."""
    before = printed_table(read_paper(building.topic), SUMMARY_TABLE)
    assert {row[1] for row in before} == {""}
    building.write_summaries()
    paper = read_paper(building.topic)
    facts = real_facts()["appendix4"]
    printed = {
        heading: [one.number for one in found] for heading, found in groups_of(paper.material)
    }
    assert printed == {area: one["ids"] for area, one in facts["by_area"].items()}
    rows = printed_table(paper, SUMMARY_TABLE)
    organisations = set(facts["distinct_organisations"])
    named = [{name for name in organisations if name in row[1].split("\n")} for row in rows]
    wanted = facts["stakeholders_by_area"].values()
    assert named == [organisations & {*one, *(["PIP UK"] if "(blank)" in one else [])}
                     for one in wanted]  # fmt: skip
