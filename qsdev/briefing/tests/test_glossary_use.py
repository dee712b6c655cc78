"""Each term of the glossary with the texts of the paper that use it."""

import pytest

from qsdev.briefing.glossary import names, uses_of
from qsdev.topics import actions as topic_actions
from qsdev.topics.tests.pages import address, count_queries, parsed, words_of
from recommendations.actions import write_finding
from stakeholders.actions import write_summary


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def area(demonstration, people):
    """An area whose texts alone speak of kinship care."""
    by = people["lead"]
    topic_actions.define_term(topic=demonstration, term="Kinship care", definition="It.", by=by)
    area = topic_actions.add_area(topic=demonstration, title="Kin", by=by)
    write_summary(area=area, text="Of KINSHIP\ncare, more.", by=by)
    write_finding(area=area, text="In kinship care.", by=by)
    return area


@pytest.mark.parametrize(
    ("text", "found"),
    [("An order.", True), ("orders", True), ("disorder", False), ("ordering", False)],
)
def test_term_is_found_as_whole_words(text, found):
    assert bool(names("order").search(text)) == found


def test_term_is_shown_with_all_texts_that_use_it(pages, demonstration, area, people):
    topic_actions.write_overview_section(
        topic=demonstration, kind="safety_report", text="Kinship care.", by=people["lead"]
    )

    page = parsed(pages.get(address("briefing:glossary_use")))

    row = "//dt[text()='Kinship care']/following-sibling::dd[1]//a"
    assert [(link.text, link.get("href")) for link in page.xpath(row)] == [
        ("Overview: Safety report", address("topics:overview_edit", "safety_report")),
        ("Summary: Kin", address("briefing:area_detail", area.pk)),
        ("Current practice: Kin", address("briefing:area_detail", area.pk)),
    ]


def test_term_that_no_text_uses_is_told(demonstration, pages, people):
    topic_actions.define_term(
        topic=demonstration, term="Zeitgeber", definition="A clue.", by=people["lead"]
    )

    assert uses_of(demonstration)[-1].passages == []
    assert "Zeitgeber Used nowhere in these texts" in words_of(
        pages.get(address("briefing:glossary_use"))
    )


def test_same_number_of_queries_with_few_and_many_terms(pages, demonstration, area, people):
    use = address("briefing:glossary_use")
    few = count_queries(pages, use)
    for number in range(30):
        topic_actions.define_term(
            topic=demonstration, term=f"Term {number}", definition="It.", by=people["lead"]
        )

    assert count_queries(pages, use) == few


def test_glossary_leads_to_the_uses(pages, demonstration):
    links = parsed(pages.get(address("topics:glossary_edit"))).xpath("//main//a/@href")

    assert address("briefing:glossary_use") in links
