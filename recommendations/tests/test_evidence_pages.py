"""Evidence in a browser: sources, findings with citations, the numbers of the search."""

import pytest
from django.urls import reverse

from recommendations import actions
from recommendations.models import EvidenceSearch, EvidenceSource, PracticeFinding
from recommendations.tests.page_text import errors_of, parsed_page, words_of


def address_of(name, topic, *more):
    return reverse(f"recommendations:{name}", args=[topic.slug, *more])


def value_of(page, name):
    return parsed_page(page).xpath(f"//input[@name='{name}']/@value")[0]


def test_list_shows_sources_findings_and_sums(pages, topic, area, sub_area, evidence, lead):
    actions.write_finding(area=area, sub_area=sub_area, text="A claim [@ons-2015].", by=lead)
    actions.record_evidence_search(
        topic=topic,
        from_databases=10,
        from_stakeholders=2,
        from_internal=1,
        exclusions=[("Full text", 9)],
        stated_included=6,
        by=lead,
    )

    page = pages.get(address_of("evidence_list", topic))

    assert "ons-2015 ONS (2015) Well-being Found by searching databases Assessing" in words_of(
        page, "main"
    )
    assert "Identified in all 13 Excluded: Full text −9 Left by these numbers 4" in words_of(
        page, "main"
    )
    assert "4 are left, 6 are said to be included" in words_of(page, "main")


def test_source_is_added(pages, topic):
    asked = {
        "key": "EIF-2015",
        "author": "EIF",
        "year": "2015",
        "title": "Start",
        "origin": "search",
    }

    pages.post(address_of("evidence_source_edit", topic), asked)

    assert str(topic.evidence_sources.get(key="eif-2015")) == "EIF (2015) Start"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("ons 2015", "Write the key with letters, numbers and hyphens only, like ons-2015"),
        ("ons-2015", "The key ons-2015 names another source of Attachment: choose another key."),
    ],
)
def test_key_that_cannot_be_is_refused(pages, topic, evidence, key, sentence):
    asked = {"key": key, "author": "EIF", "year": "2015", "title": "Start", "origin": "search"}

    page = pages.post(address_of("evidence_source_edit", topic), asked)

    assert errors_of(page) == [sentence]
    assert EvidenceSource.objects.count() == 1


def test_source_is_changed_unless_another_did_meanwhile(pages, topic, evidence):
    address = address_of("evidence_source_edit", topic, evidence.pk)
    asked = {"author": "ONS", "year": "2015", "origin": "search", "version": "1"}
    pages.post(address, {**asked, "title": "Theirs"})

    page = pages.post(address, {**asked, "title": "Mine"})

    assert "Theirs" in words_of(page, "dl")
    assert (value_of(page, "title"), value_of(page, "version")) == ("Mine", "2")
    pages.post(address, {**asked, "title": "Both", "version": "2"})
    assert EvidenceSource.objects.get().title == "Both"


def test_source_is_removed_unless_cited(pages, topic, area, evidence, lead):
    finding = actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)
    address = address_of("evidence_source_remove", topic, evidence.pk)
    page = pages.post(address, follow=True)
    assert "take the citation [@ons-2015] out first" in words_of(page, "main")

    actions.write_finding(area=area, none_found=True, version=finding.version, by=lead)
    pages.post(address)

    assert not EvidenceSource.objects.exists()


def test_finding_is_written_with_its_citations(pages, topic, area, sub_area, evidence):
    address = address_of("finding_edit", topic, area.pk, sub_area.pk)
    assert "[@ons-2015] ONS (2015) Well-being" in words_of(pages.get(address), "dl")

    pages.post(address, {"text": "A claim [@ons-2015].", "version": "0"})

    finding = PracticeFinding.objects.get(sub_area=sub_area)
    assert [citation.source for citation in finding.citations.all()] == [evidence]


def test_unknown_key_is_named_and_the_text_kept(pages, topic, area):
    page = pages.post(
        address_of("finding_edit", topic, area.pk), {"text": "A claim [@nobody].", "version": "0"}
    )

    assert "[@nobody]" in errors_of(page)[0]
    assert words_of(page, "textarea") == "A claim [@nobody]."


def test_collision_shows_both_texts_and_can_be_saved_again(pages, topic, area, lead):
    address = address_of("finding_edit", topic, area.pk)
    actions.write_finding(area=area, text="Theirs.", by=lead)

    page = pages.post(address, {"text": "Mine.", "version": "0"})

    assert "Theirs." in words_of(page, "main")
    assert words_of(page, "textarea") == "Mine."
    pages.post(address, {"text": "Both.", "version": value_of(page, "version")})
    assert PracticeFinding.objects.get().text == "Both."


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


def test_numbers_changed_by_another_meanwhile_are_shown(pages, topic):
    address = address_of("evidence_search_edit", topic)
    pages.post(address, NUMBERS)

    page = pages.post(address, {**NUMBERS, "from_databases": "1"})

    assert "Found by searching databases 365" in words_of(page, "main")
    assert (value_of(page, "from_databases"), value_of(page, "version")) == ("1", "1")


def test_same_number_of_queries_with_few_and_with_many(
    pages, topic, area, evidence, lead, count_queries
):
    actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)
    address = address_of("evidence_list", topic)
    few = count_queries(pages, address)
    for number in range(30):
        sub_area = area.sub_areas.create(title=f"Part {number}", position=number + 2)
        actions.add_evidence_source(
            topic=topic, key=f"k{number}", author="A", year=2015, title="T", by=lead
        )
        actions.write_finding(area=area, sub_area=sub_area, text=f"B [@k{number}].", by=lead)

    assert count_queries(pages, address) == few
