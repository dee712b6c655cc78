"""What two people select at the same moment: both selections stay, and nothing is there twice."""

import pytest

from qsdev.audit.models import Event
from qsdev.errors import RuleBroken
from qsdev.topics.tests.test_at_once import at_once
from recommendations import actions
from recommendations.models import NotCovered, SelectedRecommendation

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_select_at_once_and_both_stay(area, sub_area, source, lead, another_lead):
    one, other, third = source.guideline.recommendations.all()
    place = {"area": area, "sub_area": sub_area}

    refused = at_once(
        actions.select_recommendation,
        {**place, "recommendation": one, "by": lead},
        {**place, "recommendation": other, "by": another_lead},
        {**place, "recommendation": third, "by": lead},
    )

    assert (refused, sub_area.selected_recommendations.count()) == ([], 3)


def test_same_one_selected_at_once_is_there_once(area, recommendation, lead, another_lead):
    given = {"area": area, "recommendation": recommendation}

    people = ({**given, "by": lead}, {**given, "by": another_lead})

    assert at_once(actions.select_recommendation, *people) == [RuleBroken.__name__]
    assert SelectedRecommendation.objects.count() == 1


def test_one_taken_out_twice_at_once_is_recorded_once(area, recommendation, lead, another_lead):
    selected = actions.select_recommendation(area=area, recommendation=recommendation, by=lead)
    given = [{"selected": selected, "by": each} for each in (lead, another_lead)]

    assert at_once(actions.deselect_recommendation, *given) == [RuleBroken.__name__]
    assert Event.objects.filter(verb="deselected").count() == 1


def test_area_is_not_marked_not_covered_while_another_selects(area, recommendation, lead):
    def either(action, **given):
        action(area=area, by=lead, **given)

    refused = at_once(
        either,
        {"action": actions.mark_not_covered},
        {"action": actions.select_recommendation, "recommendation": recommendation},
    )

    assert refused == [RuleBroken.__name__]
    assert SelectedRecommendation.objects.count() + NotCovered.objects.count() == 1
