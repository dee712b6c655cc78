"""Why a recommendation is left out, written by people who may write at the same time."""

import pytest
from django.urls import reverse

from qsdev.errors import EditCollision
from recommendations import actions
from recommendations.models import ReasonNotSelected
from recommendations.tests.page_text import errors_of, parsed_page, words_of


@pytest.fixture
def address(topic, recommendation):
    return reverse("recommendations:reason_not_selected_edit", args=[topic.slug, recommendation.pk])


def test_reason_is_given(pages, address):
    pages.post(address, {"reason": "Nobody suggested it.", "version": "0"})

    assert ReasonNotSelected.objects.get().reason == "Nobody suggested it."
    assert words_of(pages.get(address), "textarea") == "Nobody suggested it."


def test_reason_for_a_selected_one_is_refused(pages, address, area, recommendation, lead):
    actions.select_recommendation(area=area, recommendation=recommendation, by=lead)

    page = pages.post(address, {"reason": "Nobody suggested it.", "version": "0"})

    assert "is selected for Assessment" in errors_of(page)[0]
    assert not ReasonNotSelected.objects.exists()


def test_second_of_two_is_told_who_and_sees_both_texts(
    pages, address, topic, recommendation, another_lead
):
    about = {"topic": topic, "recommendation": recommendation}
    actions.give_reason_not_selected(**about, reason="Theirs.", by=another_lead)

    page = pages.post(address, {"reason": "Mine.", "version": "0"})

    assert errors_of(page)[0].startswith("Olu Other changed this after you opened it.")
    assert "Theirs." in words_of(page, "main")
    assert words_of(page, "textarea") == "Mine."
    version = parsed_page(page).xpath("//input[@name='version']/@value")[0]
    pages.post(address, {"reason": "Both.", "version": version})
    assert ReasonNotSelected.objects.get().reason == "Both."


def test_reason_changed_by_another_meanwhile_is_not_overwritten(
    topic, recommendation, lead, another_lead
):
    about = {"topic": topic, "recommendation": recommendation}
    actions.give_reason_not_selected(**about, reason="Theirs.", by=another_lead)

    with pytest.raises(EditCollision):
        actions.give_reason_not_selected(**about, reason="Mine.", by=lead)

    kept = ReasonNotSelected.objects.get()
    assert (kept.reason, kept.changed_by, kept.version) == ("Theirs.", another_lead, 1)
