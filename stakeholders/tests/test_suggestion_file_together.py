"""Several suggestions filed at once: listed first, then filed as one step."""

import pytest
from django.urls import reverse

from stakeholders.models import Filing, Suggestion, SuggestionState

pytestmark = pytest.mark.django_db
SLUG = "childrens-attachment"


@pytest.fixture
def waiting(demonstration):
    """The demonstration with the suggestions from 41 on back in triage."""
    Filing.objects.filter(number__gt=40).delete()
    Suggestion.objects.filter(number__gt=40).update(state=SuggestionState.TO_TRIAGE)
    return demonstration


@pytest.fixture
def client(client_as):
    return client_as("analyst")


@pytest.fixture
def schools(demonstration):
    return demonstration.areas.get(title="Supporting children in schools")


def state_of(topic, number):
    return topic.suggestions.get(number=number).state


def together(query):
    return f"{reverse('stakeholders:suggestion_file_together', args=[SLUG])}?{query}"


def test_several_are_listed_before_they_are_filed(waiting, client, schools):
    page = client.get(together("number=42&number=44&number=x")).content.decode()

    assert "File 2 suggestions together" in page
    assert [f">{number}</th>" in page for number in (41, 42, 43, 44)] == [False, True, False, True]
    assert state_of(waiting, 42) == "to_triage"


def test_several_are_filed_as_one_step(waiting, client, schools):
    response = client.post(
        together("state=to_triage"), {"number": ["42", "44"], "place": schools.pk}, follow=True
    )

    assert "Suggestions 42, 44 are filed under" in response.content.decode()
    assert [state_of(waiting, n) for n in (42, 43, 44)] == ["filed", "to_triage", "filed"]
    assert waiting.triage_steps.last().changes.count() == 2


def test_all_that_the_filters_show_are_taken_where_none_is_ticked(waiting, client):
    page = client.get(together("state=to_triage")).content.decode()

    assert "File 10 suggestions together" in page


def test_several_need_an_area(waiting, client):
    response = client.post(together(""), {"number": ["42"], "place": ""})

    assert (response.status_code, state_of(waiting, 42)) == (422, "to_triage")


def test_nothing_chosen_says_what_to_do(waiting, client):
    assert "No suggestion is chosen" in client.get(together("words=xylophone")).content.decode()


def test_page_sends_what_it_lists_in_one_field(waiting, client, schools):
    page = client.get(together("state=to_triage")).content.decode()
    assert 'name="numbers" value="41,42,43,44,45,46,47,48,49,50"' in page

    client.post(together(""), {"numbers": "41,42,x,,43", "place": schools.pk})

    assert [state_of(waiting, n) for n in (41, 42, 43, 44)] == [*["filed"] * 3, "to_triage"]
