"""The paper follows triage: parts, mergers and what is out of scope, from rows to print."""

import pytest

from qsdev.briefing.builder import gather
from qsdev.briefing.builder.suggestions import groups_of
from stakeholders import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(people):
    return people["analyst"]


def suggestion_in(topic, number):
    return gather(topic).suggestion_by_number[number]


def split(topic, number, by):
    suggestion = topic.suggestions.get(number=number)
    one, other = suggestion.why_important.split()[0], suggestion.why_key_area.split()[0]
    actions.split_suggestion(suggestion=suggestion, parts=[[one], [other]], by=by)
    return suggestion, list(suggestion.parts.current())


def test_parts_show_their_suggestion_in_each_of_their_areas_once(demonstration, analyst):
    suggestion, (a, b) = split(demonstration, 11, analyst)
    first, second, third = list(demonstration.areas.main())[:3]
    actions.file_part(part=a, area=first, by=analyst)
    actions.file_part(part=b, area=third, by=analyst)

    found = suggestion_in(demonstration, 11)
    assert suggestion.own_filing.area == second
    assert found.area.endswith("supporting-children-in-schools")
    assert len(found.also_in) == 2
    assert [part.letter for part in found.parts] == ["a", "b"]


def test_suggestion_of_parts_alone_is_printed_under_the_first(demonstration, analyst):
    suggestion, (a, b) = split(demonstration, 11, analyst)
    actions.unfile_suggestion(suggestion=suggestion, by=analyst)
    first, _, third = list(demonstration.areas.main())[:3]
    actions.file_part(part=b, area=first, by=analyst)
    actions.file_part(part=a, area=third, by=analyst)

    material = gather(demonstration)

    printed = [one.number for _, group in groups_of(material) for one in group]
    under = {heading: [one.number for one in group] for heading, group in groups_of(material)}
    assert printed.count(11) == 1
    assert 11 in under[third.title]


def test_joined_parts_leave_no_trace(demonstration, analyst):
    before = suggestion_in(demonstration, 11)
    suggestion, _ = split(demonstration, 11, analyst)
    actions.join_suggestion(suggestion=suggestion, by=analyst)

    assert suggestion_in(demonstration, 11) == before


def test_out_of_scope_and_mergers_come_through(demonstration, analyst):
    out, merged = (demonstration.suggestions.get(number=number) for number in (11, 12))
    actions.put_out_of_scope(suggestion=out, reason="Adults alone.", by=analyst)
    actions.merge_suggestion(
        suggestion=merged, into=demonstration.suggestions.get(number=2), by=analyst
    )

    found = suggestion_in(demonstration, 11), suggestion_in(demonstration, 12)
    assert (found[0].area, found[0].out_of_scope) == ("", "Adults alone.")
    assert found[1].merged_with == 2
