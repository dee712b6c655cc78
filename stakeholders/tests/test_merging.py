"""Merging: a suggestion that says the same as another is linked to it; both are kept."""

from urllib.parse import quote

import pytest

from qsdev.errors import RuleBroken
from qsdev.topics.tests.pages import address, words_of
from stakeholders import actions
from stakeholders.models.standing import standing_of

pytestmark = pytest.mark.django_db
MERGE = "stakeholders:suggestion_merge"


@pytest.fixture
def analyst(people):
    return people["analyst"]


@pytest.fixture
def waiting(demonstration, analyst):
    suggestion = demonstration.suggestions.get(number=11)
    actions.take_back_to_triage(suggestion=suggestion, by=analyst)
    return suggestion


def of(topic, number):
    return topic.suggestions.get(number=number)


def test_what_waits_is_filed_where_the_other_is(demonstration, waiting, analyst):
    other = of(demonstration, 2)

    actions.merge_suggestion(suggestion=waiting, into=other, reason="The same.", by=analyst)

    now, there = of(demonstration, 11), of(demonstration, 2)
    assert (now.merged_into, now.state) == (other, "filed")
    assert (now.own_filing.area, now.own_filing.sub_area) == (
        there.own_filing.area,
        there.own_filing.sub_area,
    )
    assert now.own_filing.filed_by == analyst


def test_what_has_its_place_keeps_it(demonstration, analyst):
    suggestion = of(demonstration, 12)
    place = standing_of(suggestion).own

    actions.merge_suggestion(suggestion=suggestion, into=of(demonstration, 2), by=analyst)

    assert standing_of(suggestion).own == place


def test_merger_is_undone_in_one_step(demonstration, waiting, analyst):
    before = standing_of(waiting)
    step = actions.merge_suggestion(suggestion=waiting, into=of(demonstration, 2), by=analyst)

    actions.undo_step(step=step, by=analyst)

    assert standing_of(waiting) == before


def test_link_is_ended_and_the_place_stays(demonstration, waiting, analyst):
    actions.merge_suggestion(suggestion=waiting, into=of(demonstration, 2), by=analyst)

    actions.unmerge_suggestion(suggestion=waiting, by=analyst)

    assert (of(demonstration, 11).merged_into, of(demonstration, 11).state) == (None, "filed")


def test_mergers_make_no_chains_and_no_rings(demonstration, people, analyst):
    one, two, three = (of(demonstration, number) for number in (1, 2, 3))
    actions.merge_suggestion(suggestion=one, into=two, by=analyst)

    for suggestion, into, words in (
        (three, one, "choose 2"),
        (two, three, "Suggestion 1 is merged with this one"),
        (two, one, "is itself merged with 2"),
        (three, three, "Choose another suggestion"),
    ):
        with pytest.raises(RuleBroken, match=words):
            actions.merge_suggestion(suggestion=suggestion, into=into, by=analyst)

    assert standing_of(three).merged_into == 0


def test_page_shows_both_side_by_side(demonstration, client_as):
    page = words_of(client_as("analyst").get(address(MERGE, 11) + "?into=2"))

    assert of(demonstration, 11).why_important.split(".")[0] in page
    assert of(demonstration, 2).stakeholder.abbreviation in page
    assert "Suggestion 2," in page


def test_number_that_nobody_has_is_refused(demonstration, client_as):
    version = of(demonstration, 11).version
    sent = {"into": "99", "version": version}

    response = client_as("analyst").post(address(MERGE, 11), sent)

    assert response.status_code == 422
    assert "This topic has no suggestion 99" in words_of(response)


def test_both_pages_name_the_other(demonstration, client_as):
    sent = {"into": "2", "version": of(demonstration, 11).version, "reason": "The same."}
    client_as("analyst").post(address(MERGE, 11), sent)

    pages = [
        words_of(client_as("analyst").get(address("stakeholders:suggestion_detail", number)))
        for number in (11, 2)
    ]

    assert "With suggestion 2 , which says the same." in pages[0]
    assert "Suggestion 11 is merged with this one." in pages[1]


def test_merger_leads_back_to_the_list_it_came_from(demonstration, client_as):
    here = address("stakeholders:suggestion_triage", 11) + "?words=children&state="
    page = client_as("analyst").get(here).content.decode()
    link = f"{address(MERGE, 11)}?next={quote(here, safe='')}"
    assert link in page

    for back, leads in ((here, here), ("//evil.example.org/", None)):
        suggestion = of(demonstration, 11)
        response = client_as("analyst").post(
            f"{address(MERGE, 11)}?next={quote(back, safe='')}",
            {"into": "2", "version": suggestion.version},
        )
        expected = leads or address("stakeholders:suggestion_detail", 11)
        assert response["Location"] == expected
        actions.unmerge_suggestion(suggestion=suggestion, by=suggestion.own_filing.filed_by)
