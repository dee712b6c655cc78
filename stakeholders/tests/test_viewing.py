"""Who is looking at a suggestion now, and giving suggestions to analysts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.topics.tests.pages import address, words_of
from stakeholders import actions
from stakeholders.models import Viewing

pytestmark = pytest.mark.django_db
VIEWERS = address("stakeholders:suggestion_viewers", 11)
HTMX = {"HX-Request": "true", "HX-Target": "suggestion-viewers"}


def fragment(client):
    """The words of the part that the workbench asks for again and again."""
    return words_of(client.get(VIEWERS, headers=HTMX), "//*[@id='suggestion-viewers']")


def test_second_viewer_learns_of_the_first(demonstration, people, client_as):
    alone = fragment(client_as("analyst"))
    second = fragment(client_as("lead"))

    assert "Also open" not in alone
    assert f"Also open: {people['analyst'].name}" in second
    assert people["lead"].name not in second


def test_who_left_a_minute_ago_is_not_named(demonstration, people, client_as):
    client_as("analyst").get(VIEWERS)
    Viewing.objects.update(seen_at=timezone.now() - timedelta(seconds=61))

    assert "Also open" not in fragment(client_as("lead"))


def test_looking_is_no_event_and_is_swept_away(demonstration, client_as):
    events = Event.objects.count()
    for _ in range(2):
        client_as("analyst").get(VIEWERS)
    assert (Viewing.objects.count(), Event.objects.count()) == (1, events)

    Viewing.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    actions.sweep_leftovers()
    assert Viewing.objects.count() == 0


def assign(query=""):
    return f"{address('stakeholders:suggestion_assign')}?{query}"


def test_all_that_the_filters_show_are_given_to_an_analyst(demonstration, people, client_as):
    member = demonstration.suggestions.get(number=2).stakeholder
    query = f"state=&stakeholder={member.pk}"
    client = client_as("lead")
    page = words_of(client.get(assign(query)))
    numbers = list(member.suggestions.values_list("number", flat=True))
    assert f"Give {len(numbers)} suggestions to an analyst" in page

    sent = {"number": numbers, "assignee": people["analyst"].pk}
    response = client.post(assign(query), sent, follow=True)

    assert f"given to {people['analyst'].name}" in words_of(response)
    given = demonstration.suggestions.filter(assignee=people["analyst"])
    assert list(given.values_list("number", flat=True)) == numbers


def test_what_waits_for_an_analyst_is_a_filter(demonstration, people, client_as):
    chosen = demonstration.suggestions.filter(number__in=[3, 5])
    analyst = people["analyst"]
    actions.assign_suggestions(
        topic=demonstration, suggestions=chosen, assignee=analyst, by=analyst
    )

    page = client_as("analyst").get(
        f"{address('stakeholders:triage')}?state=&assignee={analyst.pk}", follow=True
    )

    assert page.content.decode().count('<li class="qs-row"') == 2


def test_nobody_is_given_what_was_not_listed(demonstration, people, client_as):
    sent = {"assignee": people["analyst"].pk}

    response = client_as("lead").post(assign("state="), sent, follow=True)

    assert "Nothing had to change." in words_of(response)
    assert demonstration.suggestions.exclude(assignee=None).count() == 0
