"""Selecting in a browser: one press for each recommendation, or "not directly covered"."""

import pytest
from django.urls import reverse

from qsdev.topics.actions import add_area, create_topic
from recommendations import actions
from recommendations.models import NotCovered, SelectedRecommendation
from recommendations.tests.long_guideline import add_long_guideline
from recommendations.tests.page_text import errors_of, parsed_page, spaced, words_of


@pytest.fixture
def address(topic, area, sub_area, source):
    return reverse("recommendations:recommendation_select", args=[topic.slug, area.pk, sub_area.pk])


def shown(page):
    """The names of the recommendations that the page shows, in order."""
    names = parsed_page(page).xpath("//*[@class='qs-choice__name']/strong[1]")
    return [spaced(name) for name in names]


def buttons(page):
    return parsed_page(page).xpath("//button[@name='decision']/@value")


def numbers_of(sub_area):
    return [each.recommendation.number for each in sub_area.selected_recommendations.all()]


def press(pages, address, decision, **more):
    return pages.post(address, {"decision": decision}, **more)


def test_page_has_the_whole_text_and_where_else_each_one_is_used(
    pages, address, topic, area, recommendation, lead
):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    page = pages.get(address)

    line = f"#r{recommendation.pk}"
    assert shown(page) == ["1.1.9", "1.3.1", "1.3.10", "Research 1"]
    assert "Train key workers in: assessing referring." in words_of(page, line)
    assert "Used in Assessment" in words_of(page, line)
    elsewhere = reverse("recommendations:recommendation_select", args=[topic.slug, area.pk])
    assert parsed_page(page).xpath(f"//*[@id='{line[1:]}']//a/@href") == [elsewhere]


def test_one_press_selects_and_comes_back_to_the_same_list(
    pages, address, sub_area, recommendation
):
    page = press(pages, f"{address}?words=key&page=1", f"select r{recommendation.pk}")

    assert page.url == f"{address}?words=key&page=1#r{recommendation.pk}"
    assert numbers_of(sub_area) == ["1.3.1"]
    page = pages.get(page.url)
    assert "1.3.1 is selected for “Assessing”." in words_of(page, "#messages")
    assert "1 selected: 1.3.1." in words_of(page, "#recommendation-tally")
    assert "Selected by Lena Lead" in words_of(page, f"#r{recommendation.pk}")


def test_one_press_takes_out_again(pages, address, area, sub_area, recommendation, lead):
    actions.select_recommendation(
        area=area, sub_area=sub_area, recommendation=recommendation, by=lead
    )

    press(pages, address, f"deselect r{recommendation.pk}")

    assert numbers_of(sub_area) == []


def test_research_recommendation_is_selected_like_any_other(pages, address, research):
    press(pages, address, f"select q{research.pk}")

    assert SelectedRecommendation.objects.get().research_recommendation == research


def test_htmx_is_sent_the_tally_and_the_line_alone(pages, address, recommendation):
    headers = {"HX-Request": "true", "HX-Target": "recommendation-tally"}

    page = press(pages, address, f"select r{recommendation.pk}", headers=headers)

    assert page.content.startswith(b'<div class="qs-panel" id="recommendation-tally">')
    assert shown(page) == ["1.3.1"]
    assert buttons(page) == [f"deselect r{recommendation.pk}"]
    assert not parsed_page(page).xpath("//*[@id='messages']")


def test_what_another_selected_meanwhile_stays(
    pages, address, area, sub_area, source, recommendation, lead
):
    pages.get(address)
    other = source.guideline.recommendations.get(number="1.1.9")
    actions.select_recommendation(area=area, sub_area=sub_area, recommendation=other, by=lead)

    press(pages, address, f"select r{recommendation.pk}")

    assert numbers_of(sub_area) == ["1.1.9", "1.3.1"]


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [("select", "is selected for Assessing already"), ("deselect", "somebody else took it out")],
)
def test_press_that_another_overtook_is_told_so(
    pages, address, area, sub_area, recommendation, lead, decision, sentence
):
    if decision == "select":
        place = {"area": area, "sub_area": sub_area}
        actions.select_recommendation(**place, recommendation=recommendation, by=lead)

    page = press(pages, address, f"{decision} r{recommendation.pk}", follow=True)

    assert sentence in words_of(page, "#messages")


def test_sub_area_is_marked_not_covered_and_unmarked(pages, address, sub_area):
    page = press(pages, address, "not-covered", follow=True)
    assert NotCovered.objects.get().sub_area == sub_area
    assert buttons(page) == ["covered"]

    press(pages, address, "covered")

    assert not NotCovered.objects.exists()


def test_both_at_once_is_refused(pages, address, area, sub_area, recommendation, lead):
    actions.mark_not_covered(area=area, sub_area=sub_area, by=lead)

    page = press(pages, address, f"select r{recommendation.pk}", follow=True)

    assert "Assessing is marked as not directly covered" in words_of(page, "#messages")
    assert numbers_of(sub_area) == []


@pytest.mark.parametrize("decision", ["select r99999", "select r1x", "drop r1", "select", "x" * 99])
def test_press_that_names_nothing_of_the_topic_is_refused(pages, address, decision):
    page = press(pages, address, decision)

    assert page.status_code == 422
    assert "reload the page and choose again" in errors_of(page)[0]
    assert not SelectedRecommendation.objects.exists()


def test_recommendation_of_a_guideline_that_is_no_source_is_refused(
    pages, address, topic, lead, recommendation
):
    other = add_long_guideline(topic, lead, number=1)
    topic.development_sources.filter(guideline=other).delete()

    page = press(pages, address, f"select r{other.recommendations.get().pk}")

    assert page.status_code == 422
    assert not SelectedRecommendation.objects.exists()


def test_areas_of_another_topic_are_not_found(pages, topic, area, sub_area, lead):
    other = add_area(topic=create_topic(slug="o", title="O", by=lead), title="Else", by=lead)
    schools = topic.areas.get(title="Schools")
    for place in ([other.pk], [schools.pk, sub_area.pk]):
        for name in ("recommendation_select", "finding_edit"):
            address = reverse(f"recommendations:{name}", args=[topic.slug, *place])
            assert pages.get(address).status_code == 404


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("words=KEY workers", ["1.3.1"]),
        ("words=1.3.1", ["1.3.1"]),
        ("words=1.3", ["1.3.1", "1.3.10"]),
        ("words=screening", ["Research 1"]),
        ("show=key", ["1.3.1"]),
        ("show=research", ["Research 1"]),
        ("use=here", ["1.1.9"]),
        ("use=elsewhere", ["1.3.10"]),
        ("use=unused", ["1.3.1", "Research 1"]),
        ("strength=consider", ["1.1.9"]),
        ("section=research&use=here", []),
        ("show=nonsense&section=x&page=9", ["1.1.9", "1.3.1", "1.3.10", "Research 1"]),
    ],
)
def test_list_is_filtered_by_its_address(
    pages, address, topic, area, sub_area, source, lead, query, numbers
):
    one, other = (source.guideline.recommendations.get(number=n) for n in ("1.1.9", "1.3.10"))
    actions.select_recommendation(area=area, sub_area=sub_area, recommendation=one, by=lead)
    schools = topic.areas.get(title="Schools")
    actions.select_recommendation(area=schools, recommendation=other, by=lead)

    assert shown(pages.get(f"{address}?{query}")) == numbers


def test_topic_with_two_sources_is_filtered_by_source(pages, address, topic, lead):
    other = add_long_guideline(topic, lead, number=2)

    page = pages.get(f"{address}?source={other.pk}")

    assert shown(page) == ["2.1.1", "2.1.2"]
    assert spaced(parsed_page(page).xpath("//h2[last()]")[-1]) == "NG999 (2020)"


def test_long_guideline_is_paged_within_the_budget(pages, address, topic, lead):
    add_long_guideline(topic, lead, number=90)

    first, second = pages.get(f"{address}?show="), pages.get(f"{address}?strength=offer&page=2")

    assert max(len(page.content) for page in (first, second)) < 60_000
    assert len(shown(first)) > 10
    assert set(shown(first)).isdisjoint(shown(second))
    assert 'href="?strength=offer&amp;page=3"' in second.content.decode()


def test_swap_is_within_the_budget(pages, address, area, sub_area, topic, lead):
    guideline = add_long_guideline(topic, lead, number=90)
    place = {"area": area, "sub_area": sub_area, "by": lead}
    *all_but_one, last = guideline.recommendations.all()
    for recommendation in all_but_one:
        actions.select_recommendation(recommendation=recommendation, **place)
    headers = {"HX-Request": "true", "HX-Target": "recommendation-tally"}

    page = press(pages, address, f"select r{last.pk}", headers=headers)

    assert "90 selected" in words_of(page, "p")
    assert len(page.content) < 15_000


def test_same_number_of_queries_with_few_and_with_many(
    pages, address, topic, source, recommendation, lead, count_queries
):
    schools = topic.areas.get(title="Schools")
    actions.select_recommendation(area=schools, recommendation=recommendation, by=lead)
    few = count_queries(pages, address)
    for each in add_long_guideline(topic, lead, number=30).recommendations.all():
        actions.select_recommendation(area=schools, recommendation=each, by=lead)

    assert count_queries(pages, address) == few
