"""The history of a suggestion: every decision with who, when and why, undone or not."""

import pytest

from qsdev.home.histories import history_of
from qsdev.topics.tests.pages import address, count_queries, words_of
from stakeholders import actions

pytestmark = pytest.mark.django_db
HISTORY = "home:suggestion_history"


@pytest.fixture
def analyst(people):
    return people["analyst"]


def sentences(suggestion):
    return [words for entry in history_of(suggestion) for words in entry.sentences]


def fresh(topic, number):
    return topic.suggestions.get(number=number)


def test_history_begins_with_the_cell_and_the_import(demonstration):
    first, second = history_of(fresh(demonstration, 13))[:2]

    assert first.sentences == ("Stakeholder: an empty cell became “PIP UK”",)
    assert first.why.startswith("The cell is empty in the table.")
    assert second.sentences[0].startswith("Imported from stakeholder-table.csv, line ")


def test_every_decision_is_a_sentence_with_its_reason(demonstration, people, analyst):
    suggestion, other = fresh(demonstration, 11), fresh(demonstration, 2)
    areas = list(demonstration.areas.main())
    alone = demonstration.suggestions.filter(number=11)
    known = len(history_of(suggestion))
    by = {"by": analyst}
    actions.support_area(suggestion=suggestion, area=areas[2], **by)
    actions.end_support(suggestion=suggestion, area=areas[2], **by)
    actions.file_suggestion(suggestion=suggestion, area=areas[0], reason="Assessment.", **by)
    actions.merge_suggestion(suggestion=suggestion, into=other, **by)
    actions.unmerge_suggestion(suggestion=suggestion, **by)
    actions.assign_suggestions(
        topic=demonstration, suggestions=alone, assignee=people["lead"], **by
    )
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", **by)
    actions.take_back_to_triage(suggestion=suggestion, **by)
    actions.leave_for_later(suggestion=suggestion, **by)

    new = history_of(suggestion)[known:]
    assert [entry.sentences for entry in new] == [
        (f"Also supports “{areas[2]}”",),
        (f"No longer supports “{areas[2]}”",),
        (f"Filed under “{areas[0]}”, before that under “{areas[1]}”",),
        ("Merged with suggestion 2",),
        ("No longer merged with suggestion 2",),
        (f"Given to {people['lead'].name}",),
        (f"Taken out of “{areas[0]}”", "Out of scope: Adults alone."),
        ("No longer out of scope",),
        ("Left for later",),
    ]
    assert (new[2].why, new[2].who) == ("Assessment.", analyst.name)


def test_splits_and_their_parts_are_told_by_letter(demonstration, analyst):
    suggestion = fresh(demonstration, 11)
    area = demonstration.areas.first()
    known = len(sentences(suggestion))
    words = suggestion.why_important.split()
    actions.split_suggestion(suggestion=suggestion, parts=[words[:1], words[1:2]], by=analyst)
    actions.file_part(part=suggestion.parts.current().last(), area=area, by=analyst)
    actions.join_suggestion(suggestion=suggestion, by=analyst)

    assert sentences(suggestion)[known:] == [
        "Split into parts a, b",
        f"Part b filed under “{area}”",
        "Its parts joined again",
        f"Part b taken out of “{area}”",
    ]


def test_step_is_undone_from_the_history_and_says_so(demonstration, people, analyst, client_as):
    suggestion = fresh(demonstration, 11)
    step = actions.file_suggestion(
        suggestion=suggestion, area=demonstration.areas.first(), by=analyst
    )
    client = client_as("lead")
    page = words_of(client.get(address(HISTORY, 11)))
    assert page.count("Undo this step") == 1

    client.post(address("stakeholders:step_undo", step.pk), {"next": address(HISTORY, 11)})

    page = words_of(client.get(address(HISTORY, 11)))
    assert f"Undone on {step.made_at:%-d %B %Y}" in page
    assert f"by {people['lead'].name}" in page
    assert "Undo this step" in page  # the filing before it can be undone now


def test_redacted_passage_is_told_of_and_not_repeated(demonstration, analyst, client_as):
    suggestion = fresh(demonstration, 11)
    passage = " ".join(suggestion.why_important.split()[:4])
    actions.redact_passage(
        suggestion=suggestion,
        field="why_important",
        passage=passage,
        reason="It names somebody.",
        by=analyst,
    )

    page = words_of(client_as("analyst").get(address(HISTORY, 11)))

    assert "A passage redacted in “why is this important?”" in page
    assert "It names somebody." in page
    assert passage not in page


def test_history_takes_as_many_queries_for_few_steps_as_for_many(demonstration, analyst, client_as):
    client, areas = client_as("analyst"), list(demonstration.areas.main())
    counted = []
    for rounds in (1, 6):
        for place in range(2 * rounds):
            suggestion = fresh(demonstration, 11)
            actions.file_suggestion(suggestion=suggestion, area=areas[place % 2], by=analyst)
        counted.append(count_queries(client, address(HISTORY, 11)))

    assert counted[0] == counted[1]


@pytest.mark.parametrize("key", ["administrator", "chair", "standing_member"])
def test_history_is_the_team_s(demonstration, client_as, key):
    assert client_as(key).get(address(HISTORY, 11)).status_code == 403
