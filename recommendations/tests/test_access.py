"""Who may open which page: the topic's team and nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import Role
from qsdev.topics.actions import give_role

FOR_THE_TEAM = [
    "recommendation_list",
    "recommendation_import",
    "source_declare",
    "coverage_detail",
    "evidence_list",
    "recommendation_select",
    "finding_edit",
    "evidence_search_edit",
    "evidence_source_list",
    "evidence_source_edit",
    "reason_not_selected_edit",
]
FOR_POST = ["recommendation_confirm", "evidence_source_remove"]


@pytest.fixture
def addresses(topic, area, recommendation, evidence):
    more = {
        "recommendation_select": [area.pk],
        "finding_edit": [area.pk],
        "reason_not_selected_edit": [recommendation.pk],
        "recommendation_confirm": [recommendation.guideline_id],
        "evidence_source_remove": [evidence.pk],
    }
    names = [*FOR_THE_TEAM, *FOR_POST]
    return {
        name: reverse(f"recommendations:{name}", args=[topic.slug, *more.get(name, [])])
        for name in names
    }


def statuses(client, addresses, names):
    ask = client.post if names is FOR_POST else client.get
    return {ask(addresses[name]).status_code for name in names}


def test_team_opens_every_page(pages, addresses):
    assert statuses(pages, addresses, FOR_THE_TEAM) == {200}
    assert statuses(pages, addresses, FOR_POST) == {302}


def test_outsider_does_not_learn_that_the_topic_exists(outsider_pages, addresses):
    for names in (FOR_THE_TEAM, FOR_POST):
        assert statuses(outsider_pages, addresses, names) == {404}


def test_administrator_sees_no_selection_or_draft(administrator_pages, addresses):
    for names in (FOR_THE_TEAM, FOR_POST):
        assert statuses(administrator_pages, addresses, names) == {403}


def test_committee_member_sees_none_of_it(topic, addresses):
    member = create_user(email="member@example.org", name="Mia Member", by=None)
    give_role(topic=topic, user=member, role=Role.STANDING_MEMBER, by=None)
    client = Client()
    client.force_login(member)

    for names in (FOR_THE_TEAM, FOR_POST):
        assert statuses(client, addresses, names) == {403}


def test_nobody_enters_without_signing_in(addresses):
    assert statuses(Client(), addresses, list(addresses)) == {302}


def test_areas_and_sources_of_another_topic_are_not_found(pages, topic, addresses):
    for name in ("recommendation_select", "finding_edit", "reason_not_selected_edit"):
        args = [topic.slug, 99999]
        assert pages.get(reverse(f"recommendations:{name}", args=args)).status_code == 404
