"""Roles in a topic: given, ended, and what they open from and until when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.accounts.roles import Role
from qsdev.errors import RuleBroken
from qsdev.topics import actions
from qsdev.topics.models import Topic
from qsdev.topics.tests.pages import address, errors_of, history_length, last_event, words_of


@pytest.fixture
def lead(people):
    return people["lead"]


def test_role_opens_pages_and_its_end_closes_them_at_once(
    demonstration, lead, person, client_as, client
):
    client.force_login(person)
    page = address("topics:area_list")
    assert client.get(page).status_code == 404

    given = actions.give_role(topic=demonstration, user=person, role=Role.ANALYST, by=lead)
    assert client.get(page).status_code == 200
    detail = {"role": "analyst", "user": person.pk}
    assert last_event(demonstration) == ("gave_role", lead.pk, detail)

    actions.end_role(topic_role=given, by=lead)
    assert client.get(page).status_code == 404
    assert last_event(demonstration) == ("ended_role", lead.pk, detail)
    assert not Topic.objects.visible_to(person).exists()


def test_role_is_held_once_at_a_time_and_again_after_its_end(demonstration, lead, person):
    roles = demonstration.roles.filter(user=person)
    given = actions.give_role(topic=demonstration, user=person, role=Role.OBSERVER, by=lead)
    length = history_length(demonstration)

    with pytest.raises(RuleBroken, match="has this role"):
        actions.give_role(topic=demonstration, user=person, role=Role.OBSERVER, by=lead)
    assert (roles.count(), history_length(demonstration)) == (1, length)

    actions.end_role(topic_role=given, by=lead)
    with pytest.raises(RuleBroken, match="has ended already"):
        actions.end_role(topic_role=given, by=lead)
    actions.give_role(topic=demonstration, user=person, role=Role.OBSERVER, by=lead)
    assert roles.count() == 2


def test_role_given_by_somebody_else_at_that_moment_is_refused(demonstration, lead, person):
    given = actions.give_role(topic=demonstration, user=person, role=Role.OBSERVER, by=lead)
    a_clock_that_is_ahead = timezone.now() + timedelta(seconds=30)
    demonstration.roles.filter(pk=given.pk).update(started_at=a_clock_that_is_ahead)

    with pytest.raises(RuleBroken, match="has this role"):
        actions.give_role(topic=demonstration, user=person, role=Role.OBSERVER, by=lead)


def test_role_for_a_term_ends_by_itself_and_can_be_ended_before(demonstration, lead, person):
    until = timezone.now() + timedelta(days=30)
    role = {"topic": demonstration, "user": person, "role": Role.OBSERVER, "by": lead}
    given = actions.give_role(**role, until=until)
    with pytest.raises(RuleBroken, match="has this role"):
        actions.give_role(**role)
    with pytest.raises(RuleBroken, match="ends in the future"):
        actions.give_role(**role | {"role": Role.LEAD}, until=timezone.now())
    demonstration.roles.filter(pk=given.pk).update(ended_at=timezone.now())
    assert demonstration.roles_of(person) == set()

    again = actions.give_role(**role, until=until)
    assert demonstration.roles_of(person) == {Role.OBSERVER}
    actions.end_role(topic_role=again, by=lead)
    assert demonstration.roles_of(person) == set()


def test_page_gives_a_role_for_a_term(demonstration, client_as, person):
    client, page = client_as("lead"), address("topics:role_list")
    term = {"until_day": "31", "until_month": "3", "until_year": "2090"}
    client.post(page, {"user": person.pk, "role": Role.LAY_MEMBER, **term})

    assert ", until 31 March 2090" in words_of(client.get(page))
    assert "Roles that have ended" not in words_of(client.get(page))


def test_closed_account_is_given_no_role(demonstration, lead, person):
    person.is_active = False

    with pytest.raises(RuleBroken, match="is closed"):
        actions.give_role(topic=demonstration, user=person, role=Role.LEAD, by=lead)

    assert not demonstration.roles.filter(user=person).exists()


def test_page_gives_and_ends_a_role(demonstration, client_as, person):
    pages = client_as("lead")
    people_page = address("topics:role_list")

    given = pages.post(people_page, {"user": person.pk, "role": "observer"}, follow=True)
    assert "A Person now has the role “Observer”." in words_of(given)

    role = demonstration.roles.get(user=person)
    ended = pages.post(address("topics:role_end", role.pk), follow=True)
    assert "A Person has the role “Observer” no more." in words_of(ended)
    assert "A Person, observer," in words_of(ended, "//h2[text()='Roles that have ended']/../ul")


def test_page_says_why_a_role_is_not_given(client_as, people):
    sent = {"user": people["analyst"].pk, "role": "analyst"}

    page = client_as("lead").post(address("topics:role_list"), sent)

    assert page.status_code == 422
    assert errors_of(page) == ["Priya Sortwell has this role in Children's attachment already."]


def test_who_ends_their_own_role_is_led_out(demonstration, client_as, lead):
    own = demonstration.roles.get(user=lead)

    page = client_as("lead").post(address("topics:role_end", own.pk), follow=True)

    assert page.status_code == 200
    assert page.request["PATH_INFO"] == "/"
    assert "You have no role in any topic yet" in words_of(page)


def test_role_of_another_topic_is_not_found(demonstration, client_as, administrator, lead):
    other = actions.create_topic(slug="other", title="Other", by=administrator)
    role = actions.give_role(topic=other, user=lead, role=Role.LEAD, by=administrator)

    assert client_as("lead").post(address("topics:role_end", role.pk)).status_code == 404
    role.refresh_from_db()
    assert role.ended_at is None
