"""Recommendations are selected for areas, or it is said why none, or not this one."""

import pytest

from qsdev.audit.models import Event
from qsdev.errors import RuleBroken
from qsdev.topics.actions import create_topic
from recommendations import actions
from recommendations.models import NotCovered, ReasonNotSelected, SelectedRecommendation


def selected_numbers(place):
    rows = place.selected_recommendations.all()
    return [(each.recommendation or each.research_recommendation).number for each in rows]


def test_recommendation_is_selected_for_a_sub_area(area, sub_area, recommendation, lead):
    selected = actions.select_recommendation(
        area=area, sub_area=sub_area, recommendation=recommendation, by=lead
    )

    event = Event.objects.get(verb="selected")
    assert (selected.selected_by, selected_numbers(sub_area)) == (lead, ["1.3.1"])
    assert event.detail["recommendation"] == recommendation.pk


def test_research_recommendation_is_selected_for_an_area(area, research, lead):
    actions.select_recommendation(area=area, research_recommendation=research, by=lead)

    assert selected_numbers(area) == [1]


def test_same_recommendation_is_not_selected_twice(area, recommendation, lead):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    with pytest.raises(RuleBroken, match="is selected for Assessment already"):
        actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    assert selected_numbers(area) == ["1.3.1"]


def test_recommendation_of_an_undeclared_guideline_is_refused(area, recommendation, lead):
    area.topic.development_sources.all().delete()

    with pytest.raises(RuleBroken, match="not a development source of Attachment"):
        actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    assert not SelectedRecommendation.objects.exists()


def test_sub_area_of_another_area_is_refused(topic, sub_area, recommendation, lead):
    schools = topic.areas.get(title="Schools")

    with pytest.raises(RuleBroken, match="Choose a sub-area of Schools"):
        actions.select_recommendation(
            area=schools, sub_area=sub_area, recommendation=recommendation, by=lead
        )

    assert not SelectedRecommendation.objects.exists()


def test_nothing_is_selected_where_it_is_not_covered(area, sub_area, recommendation, lead):
    actions.mark_not_covered(area=area, sub_area=sub_area, by=lead)

    with pytest.raises(RuleBroken, match="marked as not directly covered"):
        actions.select_recommendation(
            area=area, sub_area=sub_area, recommendation=recommendation, by=lead
        )

    assert not SelectedRecommendation.objects.exists()


def test_deselected_recommendation_is_gone(area, recommendation, lead):
    selected = actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    actions.deselect_recommendation(selected=selected, by=lead)

    assert selected_numbers(area) == []
    with pytest.raises(RuleBroken, match="took this recommendation out"):
        actions.deselect_recommendation(selected=selected, by=lead)
    assert Event.objects.filter(verb="deselected").count() == 1


def test_area_with_selection_cannot_be_marked_not_covered(area, recommendation, lead):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    with pytest.raises(RuleBroken, match=r"NICE NG26 Recommendation 1\.3\.1"):
        actions.mark_not_covered(area=area, by=lead)

    assert not NotCovered.objects.exists()


def test_mark_is_given_once_and_taken_off_once(area, lead):
    actions.mark_not_covered(area=area, by=lead)
    with pytest.raises(RuleBroken, match="already"):
        actions.mark_not_covered(area=area, by=lead)

    actions.unmark_not_covered(area=area, by=lead)

    with pytest.raises(RuleBroken, match="is not marked"):
        actions.unmark_not_covered(area=area, by=lead)
    assert not NotCovered.objects.exists()


def test_reason_is_given_and_given_anew(topic, recommendation, lead):
    for version, reason in enumerate(["Too wide.", "No suggestion was made on it."]):
        about = {"topic": topic, "recommendation": recommendation, "version": version}
        actions.give_reason_not_selected(**about, reason=reason, by=lead)

    assert ReasonNotSelected.objects.get().reason == "No suggestion was made on it."


@pytest.mark.parametrize("reason", ["", "  "])
def test_empty_reason_is_refused(topic, recommendation, reason, lead):
    with pytest.raises(RuleBroken, match="Say why"):
        actions.give_reason_not_selected(
            topic=topic, recommendation=recommendation, reason=reason, by=lead
        )

    assert not ReasonNotSelected.objects.exists()


def test_selected_recommendation_needs_no_reason(topic, area, recommendation, lead):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    with pytest.raises(RuleBroken, match="is selected for Assessment"):
        actions.give_reason_not_selected(
            topic=topic, recommendation=recommendation, reason="Too wide.", by=lead
        )

    assert not ReasonNotSelected.objects.exists()


def test_reason_of_a_topic_without_the_source_is_refused(recommendation, lead):
    other = create_topic(slug="other", title="Other", by=lead)

    with pytest.raises(RuleBroken, match="not a development source of Other"):
        actions.give_reason_not_selected(
            topic=other, recommendation=recommendation, reason="Too wide.", by=lead
        )

    assert not ReasonNotSelected.objects.exists()


def test_selecting_withdraws_the_reason_against(topic, area, recommendation, lead):
    actions.give_reason_not_selected(
        topic=topic, recommendation=recommendation, reason="Too wide.", by=lead
    )

    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    assert not ReasonNotSelected.objects.exists()
    assert Event.objects.filter(verb="withdrew_reason_not_selected").count() == 1
