"""Triage as steps: each is kept with what stood before, and can be undone while nothing changed."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions as topic_actions
from stakeholders import actions
from stakeholders.models import Filing, Suggestion, SuggestionState, TriageStep
from stakeholders.models.standing import Place, Standing, standing_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(people):
    return people["analyst"]


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def suggestion(demonstration):
    """A suggestion that is filed and supports nothing else."""
    return demonstration.suggestions.get(number=2)


@pytest.fixture
def schools(demonstration):
    return demonstration.areas.get(title="Supporting children in schools")


def state_of(suggestion):
    return Suggestion.objects.get(pk=suggestion.pk).state


def test_state_follows_from_where_a_suggestion_stands():
    own, beside = Place(1, 0, True, 0, 1, ""), Place(1, 0, False, 0, 1, "")
    part = Place(2, 0, True, 7, 1, "")

    states = [
        Standing().state,
        Standing(is_later=True).state,
        Standing(places=(beside,), is_later=True).state,
        Standing(places=(own,)).state,
        Standing(parts=(7,), places=(part,)).state,
        Standing(parts=(7, 8), places=(part,)).state,
        Standing(out_of_scope="Adults alone.").state,
    ]

    assert states == [
        "to_triage",
        "later",
        "later",
        "filed",
        "filed",
        "to_triage",
        "out_of_scope",
    ]


def test_every_kind_of_step_is_undone_to_what_stood_before(
    demonstration, suggestion, schools, analyst
):
    before = standing_of(suggestion)
    alone = demonstration.suggestions.filter(pk=suggestion.pk)
    actions.support_area(suggestion=suggestion, area=schools, by=analyst)
    actions.end_support(suggestion=suggestion, area=schools, by=analyst)
    actions.file_suggestion(suggestion=suggestion, area=schools, by=analyst)
    actions.unfile_suggestion(suggestion=suggestion, by=analyst)
    actions.leave_for_later(suggestion=suggestion, by=analyst)
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=analyst)
    actions.take_back_to_triage(suggestion=suggestion, by=analyst)
    actions.assign_suggestions(topic=demonstration, suggestions=alone, assignee=analyst, by=analyst)
    steps = list(demonstration.triage_steps.order_by("-pk")[:8])
    assert [len(steps), standing_of(suggestion).assignee] == [8, analyst.pk]

    for step in steps:
        assert demonstration.triage_steps.last_of(analyst) == step
        actions.undo_step(step=step, by=analyst)

    assert standing_of(suggestion) == before


def test_undoing_gives_back_who_filed_and_when(suggestion, schools, analyst, lead):
    filed = suggestion.own_filing
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=lead)

    actions.undo_step(step=step, by=lead)

    again = Filing.objects.get(suggestion=suggestion, is_own=True)
    assert (again.area, again.filed_by, again.filed_at) == (filed.area, analyst, filed.filed_at)


def test_step_that_somebody_built_on_is_not_undone(suggestion, schools, analyst, lead):
    first = actions.file_suggestion(suggestion=suggestion, area=schools, by=analyst)
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=lead)

    with pytest.raises(RuleBroken, match="suggestion 2 was changed since"):
        actions.undo_step(step=first, by=analyst)

    first.refresh_from_db()
    assert (first.undone_at, state_of(suggestion)) == (None, SuggestionState.OUT_OF_SCOPE)


def test_step_is_undone_once(suggestion, schools, analyst):
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=analyst)
    actions.undo_step(step=step, by=analyst)

    with pytest.raises(RuleBroken, match="undone already"):
        actions.undo_step(step=step, by=analyst)


def test_nothing_goes_back_to_a_sub_area_that_is_gone(demonstration, schools, analyst):
    suggestion = demonstration.suggestions.get(number=2)
    sub_area = topic_actions.add_sub_area(area=schools, title="Soon gone", by=analyst)
    actions.file_suggestion(suggestion=suggestion, area=schools, sub_area=sub_area, by=analyst)
    step = actions.unfile_suggestion(suggestion=suggestion, by=analyst)
    topic_actions.remove_sub_area(sub_area=sub_area, by=analyst)

    with pytest.raises(RuleBroken, match="no longer there"):
        actions.undo_step(step=step, by=analyst)

    assert standing_of(suggestion).places == ()


def test_many_are_filed_as_one_step(demonstration, schools, analyst):
    chosen = demonstration.suggestions.filter(number__in=[1, 2, 3])

    step = actions.file_suggestions(
        topic=demonstration, suggestions=chosen, area=schools, reason="Schools", by=analyst
    )

    assert [change.suggestion.number for change in step.changes.all()] == [1, 2, 3]
    own = Filing.objects.filter(suggestion__in=chosen, is_own=True)
    assert list(own.values_list("area", "number").order_by("number")) == [
        (schools.pk, number) for number in (1, 2, 3)
    ]


def test_bulk_step_takes_as_many_queries_for_one_as_for_many(
    demonstration, schools, analyst, django_assert_max_num_queries
):
    counted = []
    for numbers in ([1], range(1, 31)):
        chosen = demonstration.suggestions.filter(number__in=numbers)
        with django_assert_max_num_queries(100) as queries:
            actions.file_suggestions(
                topic=demonstration, suggestions=chosen, area=schools, by=analyst
            )
        counted.append(len(queries))

    assert counted[0] == counted[1]


def test_filing_where_it_is_already_is_no_step(suggestion, analyst):
    area, sub_area = suggestion.own_filing.area, suggestion.own_filing.sub_area
    steps = TriageStep.objects.count()

    found = actions.file_suggestion(suggestion=suggestion, area=area, sub_area=sub_area, by=analyst)

    assert (found, TriageStep.objects.count()) == (None, steps)


def test_second_person_is_told_and_nothing_changes(suggestion, schools, analyst, lead):
    opened = suggestion.version
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=lead)

    with pytest.raises(EditCollision, match=f"^{lead.name} changed this"):
        actions.file_suggestion(suggestion=suggestion, area=schools, by=analyst, version=opened)

    assert state_of(suggestion) == SuggestionState.OUT_OF_SCOPE


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_out_of_scope_needs_a_reason(suggestion, analyst, reason):
    with pytest.raises(RuleBroken, match="Give the reason"):
        actions.put_out_of_scope(suggestion=suggestion, reason=reason, by=analyst)

    assert state_of(suggestion) == SuggestionState.FILED


def test_what_has_its_place_is_not_left_for_later(suggestion, analyst):
    with pytest.raises(RuleBroken, match="has its place already"):
        actions.leave_for_later(suggestion=suggestion, by=analyst)


def test_suggestions_are_given_to_the_team_alone(demonstration, people, analyst):
    everything = demonstration.suggestions.all()

    with pytest.raises(RuleBroken, match="not of this topic’s team"):
        actions.assign_suggestions(
            topic=demonstration, suggestions=everything, assignee=people["chair"], by=analyst
        )

    assert demonstration.suggestions.filter(assignee=None).count() == 50


def test_note_is_removed_by_its_writer_alone(suggestion, analyst, lead):
    note = actions.write_note(suggestion=suggestion, text=" Compare 36. ", by=analyst)
    assert note.text == "Compare 36."

    with pytest.raises(RuleBroken, match="only they can remove it"):
        actions.remove_note(note=note, by=lead)

    actions.remove_note(note=note, by=analyst)
    assert suggestion.notes.count() == 0


def test_filings_move_with_their_area(demonstration, suggestion, schools, analyst):
    area = suggestion.own_filing.area
    numbers = set(area.filings.values_list("number", flat=True))
    actions.support_area(suggestion=suggestion, area=schools, by=analyst)
    sub_area = topic_actions.add_sub_area(area=schools, title="From elsewhere", by=analyst)
    of_suggestion = suggestion.own_filing.sub_area

    step = actions.move_filings(
        area=area, into=schools, sub_areas={of_suggestion: sub_area}, by=analyst
    )

    assert area.filings.count() == 0
    assert numbers <= set(schools.filings.values_list("number", flat=True))
    now = suggestion.filings.get()
    assert (now.area, now.sub_area, now.is_own) == (schools, sub_area, True)
    actions.undo_step(step=step, by=analyst)
    assert set(area.filings.values_list("number", flat=True)) == numbers
