"""Two areas become one: all that stood under the first stands under the second, once."""

import pytest

from qsdev.briefing.actions.merging import merge_areas
from qsdev.briefing.builder import build_paper_content
from qsdev.errors import RuleBroken
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import ImprovementArea
from qsdev.topics.tests.pages import address, errors_of, history_length, parsed, words_of
from recommendations.actions import mark_not_covered, select_recommendation, write_finding
from stakeholders.actions import support_area, undo_step, write_summary


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def area(demonstration):
    """The area that goes: it has two sub-areas, each with texts and recommendations."""
    return demonstration.areas.get(title="Assessment of attachment difficulties")


@pytest.fixture
def into(demonstration):
    return demonstration.areas.get(title="Supporting children in schools")


def numbers(area):
    return set(area.filings.values_list("number", flat=True))


def texts(rows):
    return [row.text for row in rows.order_by("sub_area__position", "pk")]


def test_suggestions_move_with_their_sub_areas(area, into, lead):
    moving, there = numbers(area), numbers(into)
    titles = [sub_area.title for sub_area in area.sub_areas.all()]
    by_part = [set(one.filings.values_list("number", flat=True)) for one in area.sub_areas.all()]

    merge_areas(area=area, into=into, by=lead)

    assert moving
    assert there
    assert (numbers(area), numbers(into)) == (set(), moving | there)
    parts = into.sub_areas.all()
    assert [part.title for part in parts] == titles
    assert [set(part.filings.values_list("number", flat=True)) for part in parts] == by_part


def test_sub_areas_of_one_title_join(area, into, lead):
    first = area.sub_areas.first()
    topic_actions.add_sub_area(area=into, title=first.title.upper(), by=lead)

    merge_areas(area=area, into=into, by=lead)

    titles = [sub_area.title.casefold() for sub_area in into.sub_areas.all()]
    assert sorted(titles) == sorted(one.title.casefold() for one in area.sub_areas.all())


def test_suggestion_that_supports_both_areas_is_under_the_other_once(
    area, into, demonstration, lead
):
    suggestion = demonstration.suggestions.filter(filings__area=area, filings__is_own=True).first()
    support_area(suggestion=suggestion, area=into, by=lead)

    merge_areas(area=area, into=into, by=lead)

    filing = suggestion.filings.get(area=into)
    assert filing.is_own


def test_texts_of_one_place_stand_one_after_the_other(demonstration, area, into, lead):
    summary, finding = into.summaries.get(), into.practice_findings.get()
    for text, write in ((summary, write_summary), (finding, write_finding)):
        assert text.sub_area is None
        write(area=area, text="Moved along.", version=0, by=lead)
    merge_areas(area=area, into=into, by=lead)

    joined = into.summaries.get(sub_area=None)
    assert joined.text == f"{summary.text}\n\nMoved along."
    assert (joined.version, joined.changed_by) == (summary.version + 1, lead)
    assert joined.citations.count() == summary.citations.count() > 0
    kept = finding.text + "\n\n" if finding.text else ""
    assert into.practice_findings.get(sub_area=None).text == f"{kept}Moved along."
    assert not area.summaries.exists()
    assert not area.practice_findings.exists()


def test_texts_of_sub_areas_move_as_they_are(area, into, lead):
    summaries = texts(area.summaries)
    findings = texts(area.practice_findings)

    merge_areas(area=area, into=into, by=lead)

    assert summaries
    assert texts(into.summaries.exclude(sub_area=None)) == summaries
    assert texts(into.practice_findings.exclude(sub_area=None)) == findings


def test_selections_move_and_are_kept_once(demonstration, area, into, lead):
    selected = area.selected_recommendations.exclude(recommendation=None)
    twice = selected.first().recommendation
    count = area.selected_recommendations.count() + into.selected_recommendations.count()
    for place in (area, into):
        place.selected_recommendations.filter(sub_area=None, recommendation=twice).delete()
        place.not_covered.filter(sub_area=None).delete()
        select_recommendation(area=place, recommendation=twice, by=lead)

    merge_areas(area=area, into=into, by=lead)

    assert not area.selected_recommendations.exists()
    assert into.selected_recommendations.count() == count + 1
    assert into.selected_recommendations.filter(sub_area=None, recommendation=twice).count() == 1


def test_not_covered_is_said_only_where_it_is_still_true(demonstration, into, lead):
    empty = topic_actions.add_area(topic=demonstration, title="Empty", by=lead)
    mark_not_covered(area=empty, by=lead)
    assert into.selected_recommendations.filter(sub_area=None).exists()

    merge_areas(area=empty, into=into, by=lead)
    assert not into.not_covered.exists()

    one, two = (topic_actions.add_area(topic=demonstration, title=title, by=lead) for title in "AB")
    mark_not_covered(area=one, by=lead)
    merge_areas(area=one, into=two, by=lead)
    assert two.not_covered.get().sub_area is None


def test_merged_area_is_kept_and_stands_in_no_list(demonstration, area, into, lead):
    title, position = area.title, area.position

    merge_areas(area=area, into=into, by=lead)

    assert area not in demonstration.areas.all()
    kept = ImprovementArea.with_merged.get(pk=area.pk)
    assert (kept.merged_into, kept.merged_by, kept.title) == (into, lead, title)
    again = topic_actions.add_area(topic=demonstration, title=title, by=lead)
    assert again.title == title
    assert position == 1
    assert title not in [part.heading for part in build_paper_content(demonstration).sections]


def test_step_that_would_lead_back_to_the_merged_area_is_not_undone(area, into, lead):
    merge_areas(area=area, into=into, by=lead)
    step = area.topic.triage_steps.filter(kind="moved").get()

    with pytest.raises(RuleBroken, match="the area it would go back to is no longer there"):
        undo_step(step=step, by=lead)

    assert not numbers(area)


def test_areas_that_cannot_be_merged_are_refused(demonstration, area, into, lead, administrator):
    other = topic_actions.create_topic(slug="other", title="Other", by=administrator)
    foreign = topic_actions.add_area(topic=other, title="Foreign", by=administrator)
    length, moving = history_length(demonstration), numbers(area)

    for wrong in (area, foreign):
        with pytest.raises(RuleBroken, match="Choose another area of this topic"):
            merge_areas(area=area, into=wrong, by=lead)
    assert (history_length(demonstration), numbers(area)) == (length, moving)

    merge_areas(area=area, into=into, by=lead)
    with pytest.raises(RuleBroken, match="merged meanwhile"):
        merge_areas(area=area, into=into, by=lead)
    with pytest.raises(RuleBroken, match="merged meanwhile"):
        merge_areas(area=into, into=area, by=lead)


def test_page_shows_what_will_move_before_it_does(pages, demonstration, area, into):
    moving = sorted(numbers(area))
    merge = address("briefing:area_merge", area.pk)
    assert "Show what will move" in words_of(pages.get(merge))

    page = pages.get(f"{merge}?into={into.pk}")

    words = words_of(page)
    assert f"Suggestions {len(moving)}: {', '.join(map(str, moving))}" in words
    assert "“Assessing attachment” moves along" in words
    assert f"Merge it into “{into.title}”" in words
    assert numbers(area) == set(moving)
    assert len(parsed(page).xpath("//main//form[@method='post']")) == 1


def test_area_is_merged_on_the_page_and_its_old_address_says_where_it_went(
    pages, demonstration, area, into
):
    merge = address("briefing:area_merge", area.pk)

    page = pages.post(merge, {"into": into.pk}, follow=True)

    assert f"“{area}” is merged into “{into}”" in words_of(page)
    for old in ("briefing:area_detail", "topics:area_edit"):
        page = pages.get(address(old, area.pk), follow=True)
        assert page.redirect_chain == [(address(old, into.pk), 302)]
        assert f"merged “{area}” into “{into}” on" in words_of(page)
    assert pages.get(merge).status_code == 404


def test_page_refuses_an_area_that_is_not_there(pages, demonstration, area, administrator):
    other = topic_actions.create_topic(slug="other", title="Other", by=administrator)
    foreign = topic_actions.add_area(topic=other, title="Foreign", by=administrator)

    page = pages.post(address("briefing:area_merge", area.pk), {"into": foreign.pk})

    assert errors_of(page) == ["Choose the other area from the list"]
    assert numbers(area)
