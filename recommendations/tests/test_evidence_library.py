"""The evidence library: sources found again, added, changed, and removed unless cited."""

import pytest
from django.urls import reverse

from qsdev.topics.actions import create_topic
from recommendations import actions
from recommendations.models import EvidenceSource
from recommendations.tests.page_text import errors_of, parsed_page, words_of


def address_of(name, topic, *more):
    return reverse(f"recommendations:{name}", args=[topic.slug, *more])


def value_of(page, name):
    return parsed_page(page).xpath(f"//input[@name='{name}']/@value")[0]


@pytest.fixture
def library(topic, area, sub_area, evidence, lead):
    """Three sources, of which a finding cites one, in its first and third paragraph."""
    more = {"topic": topic, "by": lead}
    actions.add_evidence_source(
        key="eif-2015", author="EIF", year=2015, title="Start", origin="internal", **more
    )
    actions.add_evidence_source(key="c4eo-2010", author="C4EO", year=2010, title="Schools", **more)
    text = "A [@ons-2015].\n\nB.\n\nC [@ons-2015]."
    actions.write_finding(area=area, sub_area=sub_area, text=text, by=lead)


def keys_shown(page):
    return parsed_page(page).xpath("//tbody/tr/th/text()")


def test_library_says_where_each_source_is_cited(pages, topic, evidence, library):
    page = pages.get(address_of("evidence_source_list", topic))

    assert keys_shown(page) == ["c4eo-2010", "eif-2015", "ons-2015"]
    row = f"#source-{evidence.pk}"
    assert "Assessment: Assessing , paragraphs 1, 3" in words_of(page, row)
    finding = evidence.citations.first().finding
    link = f"{address_of('evidence_list', topic)}#finding-{finding.pk}"
    assert link in parsed_page(page).xpath(f"//*[@id='{row[1:]}']//a/@href")
    assert "2 are cited nowhere" in words_of(page, "main")


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("words=c4eo", ["c4eo-2010"]),
        ("words=START 2015", ["eif-2015"]),
        ("words=2015", ["eif-2015", "ons-2015"]),
        ("origin=internal", ["eif-2015"]),
        ("use=nowhere", ["c4eo-2010", "eif-2015"]),
        ("use=cited", ["ons-2015"]),
        ("use=cited&words=start", []),
        ("origin=nonsense&use=x&page=9", ["c4eo-2010", "eif-2015", "ons-2015"]),
    ],
)
def test_library_is_filtered_by_its_address(pages, topic, library, query, keys):
    page = pages.get(f"{address_of('evidence_source_list', topic)}?{query}")

    assert (page.status_code, keys_shown(page)) == (200, keys)


def test_same_number_of_queries_with_few_and_with_many(
    pages, topic, area, library, lead, count_queries
):
    address = address_of("evidence_source_list", topic)
    few = count_queries(pages, address)
    for number in range(60):
        actions.add_evidence_source(
            topic=topic, key=f"k{number}", author="A", year=2015, title="T", by=lead
        )
    cited = " ".join(f"B [@k{number}]." for number in range(60))
    actions.write_finding(area=area, text=cited, by=lead)

    assert count_queries(pages, address) == few
    assert len(keys_shown(pages.get(address))) == 50


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


def test_source_is_changed_unless_another_did_meanwhile(pages, topic, evidence, another_lead):
    address = address_of("evidence_source_edit", topic, evidence.pk)
    asked = {"author": "ONS", "year": "2015", "origin": "search", "version": "1"}
    theirs = {"author": "ONS", "year": 2015, "title": "Theirs", "by": another_lead}
    actions.change_evidence_source(source=evidence, version=1, **theirs)

    page = pages.post(address, {**asked, "title": "Mine"})

    assert errors_of(page)[0].startswith("Olu Other changed this after you opened it.")
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


def test_page_of_a_cited_source_says_where_in_place_of_a_button(pages, topic, evidence, library):
    page = pages.get(address_of("evidence_source_edit", topic, evidence.pk))

    assert "It cannot be removed while it is cited." in words_of(page, "main")
    assert not parsed_page(page).xpath("//form[contains(@action, 'remove')]")


def test_sources_of_another_topic_are_not_found(pages, topic, lead):
    other = create_topic(slug="other", title="Other", by=lead)
    source = actions.add_evidence_source(
        topic=other, key="k", author="A", year=2015, title="T", by=lead
    )

    for name in ("evidence_source_edit", "evidence_source_remove"):
        assert pages.post(address_of(name, topic, source.pk)).status_code == 404
    assert EvidenceSource.objects.get() == source
