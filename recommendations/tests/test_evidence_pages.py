"""Evidence in a browser: the findings on current practice with what they cite."""

from django.urls import reverse

from recommendations import actions
from recommendations.models import PracticeFinding
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

    assert "1 source , each of them cited." in words_of(page, "main")
    assert "A claim [@ons-2015]." in words_of(page, f"#finding-{PracticeFinding.objects.get().pk}")
    assert "Identified in all 13 Excluded: Full text −9 Left by these numbers 4" in words_of(
        page, "main"
    )
    assert "leaves 4, but 6 are said to be included" in words_of(page, "main")


def test_finding_is_written_with_its_citations(pages, topic, area, sub_area, evidence):
    address = address_of("finding_edit", topic, area.pk, sub_area.pk)
    assert "[@ons-2015] Not cited Cite ons-2015 ONS (2015) Well-being" in words_of(
        pages.get(address), "main"
    )

    pages.post(address, {"text": "A claim [@ons-2015].", "version": "0"})

    finding = PracticeFinding.objects.get(sub_area=sub_area)
    assert [citation.source for citation in finding.citations.all()] == [evidence]


def test_page_says_which_paragraphs_and_sources_are_without_citation(
    pages, topic, area, sub_area, evidence, lead
):
    for key in ("eif-2015", "nef-2014"):
        actions.add_evidence_source(topic=topic, key=key, author="E", year=2015, title="T", by=lead)
    actions.write_finding(area=area, text="Elsewhere [@eif-2015].", by=lead)
    text = "First [@ons-2015].\n\nSecond.\n\n- a point"
    actions.write_finding(area=area, sub_area=sub_area, text=text, by=lead)

    page = pages.get(address_of("finding_edit", topic, area.pk, sub_area.pk))

    assert words_of(page, "#citing") == "Paragraph 2 cites no source: “Second. a point”"
    assert words_of(page, "#idle") == "No finding cites: nef-2014."
    assert "[@eif-2015] Cited in another finding" in words_of(page, "main")


def test_many_sources_beside_a_finding_stay_within_the_budget(pages, topic, area, evidence, lead):
    for number in range(150):
        actions.add_evidence_source(
            topic=topic, key=f"k{number}", author="A" * 60, year=2015, title="T" * 120, by=lead
        )
    actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)

    page = pages.get(address_of("finding_edit", topic, area.pk))

    assert "[@ons-2015] Cited" in words_of(page, "main")
    assert "And 91 more: see the whole library" in words_of(page, "main")
    assert len(page.content) < 60_000


def test_preview_without_javascript_saves_nothing(pages, topic, area, evidence):
    asked = {"text": "One.\n\nTwo [@ons-2015].", "version": "0", "preview": "1"}

    page = pages.post(address_of("finding_edit", topic, area.pk), asked)

    assert words_of(page, "#citing") == "Paragraph 1 cites no source: “One.”"
    assert not PracticeFinding.objects.exists()


def test_unknown_key_is_named_and_the_text_kept(pages, topic, area):
    page = pages.post(
        address_of("finding_edit", topic, area.pk), {"text": "A claim [@nobody].", "version": "0"}
    )

    assert "[@nobody]" in errors_of(page)[0]
    assert words_of(page, "textarea") == "A claim [@nobody]."


def test_collision_shows_both_texts_and_can_be_saved_again(pages, topic, area, another_lead):
    address = address_of("finding_edit", topic, area.pk)
    actions.write_finding(area=area, text="Theirs.", by=another_lead)

    page = pages.post(address, {"text": "Mine.", "version": "0"})

    assert errors_of(page)[0].startswith("Olu Other changed this after you opened it.")
    assert "The text as it now stands, by Olu Other Theirs." in words_of(page, "main")
    assert words_of(page, "textarea") == "Mine."
    pages.post(address, {"text": "Both.", "version": value_of(page, "version")})
    assert PracticeFinding.objects.get().text == "Both."


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
