"""The numbers of the evidence search: recorded, drawn, and held against one another."""

import pytest
from django.urls import reverse

from recommendations import actions
from recommendations.models import EvidenceSearch
from recommendations.tests.page_text import errors_of, parsed_page, words_of


def address_of(name, topic, *more):
    return reverse(f"recommendations:{name}", args=[topic.slug, *more])


def value_of(page, name):
    return parsed_page(page).xpath(f"//input[@name='{name}']/@value")[0]


NUMBERS = {
    "from_databases": "365",
    "from_stakeholders": "101",
    "from_internal": "65",
    "stated_included": "6",
    "version": "0",
}


def test_numbers_are_recorded_and_shown_again(pages, topic):
    address = address_of("evidence_search_edit", topic)

    pages.post(address, {**NUMBERS, "reason_0": "Title and abstract", "papers_0": "498"})

    search = EvidenceSearch.objects.get()
    assert (search.identified, search.remaining) == (531, 33)
    assert value_of(pages.get(address), "reason_0") == "Title and abstract"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"reason_0": "Full text"}, "Enter how many papers were excluded for it"),
        ({"papers_0": "3"}, "Enter the reason for excluding these papers"),
        (
            {"from_databases": "9" * 20},
            "Papers found by searching databases must be 1000000 or less",
        ),
        (
            {"reason_0": "Full text", "papers_0": "532"},
            "532 papers cannot be excluded where 531 were identified: correct one of the numbers.",
        ),
    ],
)
def test_numbers_that_cannot_be_are_refused(pages, topic, row, sentence):
    page = pages.post(address_of("evidence_search_edit", topic), {**NUMBERS, **row})

    assert errors_of(page) == [sentence]
    assert not EvidenceSearch.objects.exists()


def test_numbers_changed_by_another_meanwhile_are_shown(pages, topic, another_lead):
    address = address_of("evidence_search_edit", topic)
    theirs = {"from_databases": 365, "from_stakeholders": 101, "from_internal": 65}
    actions.record_evidence_search(topic=topic, **theirs, by=another_lead)

    page = pages.post(address, {**NUMBERS, "from_databases": "1"})

    assert errors_of(page)[0].startswith("Olu Other changed this after you opened it.")
    assert "Found by searching databases 365" in words_of(page, "main")
    assert (value_of(page, "from_databases"), value_of(page, "version")) == ("1", "1")


def status_of(page):
    return parsed_page(page).xpath("string(//*[@role='status'])").strip()


def test_flowchart_is_drawn_from_the_numbers_with_a_table(pages, topic):
    row = {"reason_0": "Not <UK>", "papers_0": "525"}
    pages.post(address_of("evidence_search_edit", topic), {**NUMBERS, **row})

    page = pages.get(address_of("evidence_search_edit", topic))

    words = parsed_page(page).xpath("//*[@role='img']/@aria-label")[0]
    assert "Papers screened: 531. Papers excluded: 525 (Not <UK>: 525)" in words
    assert "• Not <UK>: 525" in words_of(page, "svg")
    assert "Excluded: Not <UK> −525" in words_of(page, "#evidence-flowchart")


def test_flowchart_follows_what_is_typed_and_saves_nothing(pages, topic):
    typed = {**NUMBERS, "from_databases": "x", "from_internal": "5", "reason_0": "Old"}

    page = pages.post(address_of("evidence_flowchart", topic), typed)

    assert "Identified in all 106" in words_of(page, "table")
    assert len(page.content) < 15_000
    assert not EvidenceSearch.objects.exists()


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"papers_0": "524"}, "531 identified less 524 excluded leaves 7, but 6 are said"),
        ({"papers_0": "525"}, "6 are said to be included, but findings cite 1 source."),
        ({"papers_0": "530", "stated_included": "1"}, "The numbers add up: 531 identified, 530"),
    ],
)
def test_page_says_whether_the_numbers_add_up(pages, topic, area, evidence, lead, numbers, words):
    actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)
    typed = {**NUMBERS, "reason_0": "Old", **numbers}

    page = pages.post(address_of("evidence_flowchart", topic), typed)

    assert words in " ".join(status_of(page).split())
