"""What can be done to improvement areas: made, renamed, ordered and removed."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions
from qsdev.topics.models import AdditionalReason, AreaKind, SubArea
from qsdev.topics.tests.pages import history_length, last_event

TITLES = [
    "Assessment of attachment difficulties",
    "Supporting children in schools",
    "Interventions for parents and carers",
    "Interventions for children",
    "Access to mental health services",
]


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def first(demonstration):
    return demonstration.areas.main()[0]


def titles(topic, kind=AreaKind.MAIN):
    return [area.title for area in topic.areas.filter(kind=kind)]


def test_area_is_added_after_the_others_of_its_kind(demonstration, lead):
    area = actions.add_area(topic=demonstration, title="Life story work", by=lead)

    assert titles(demonstration) == [*TITLES, "Life story work"]
    assert area.number == 6
    assert last_event(demonstration) == ("added_area", lead.pk, {"kind": "main"})


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": " "}, "Give a title."),
        ({"title": TITLES[1].upper()}, "There is already an area called"),
        ({"title": "X", "kind": AreaKind.ADDITIONAL}, "An additional area, and no other"),
        ({"title": "X", "reason": AdditionalReason.UNSUITABLE}, "An additional area, and no other"),
    ],
)
def test_area_that_breaks_a_rule_is_not_added(demonstration, lead, values, sentence):
    length = history_length(demonstration)

    with pytest.raises(RuleBroken, match=sentence):
        actions.add_area(topic=demonstration, by=lead, **values)

    assert titles(demonstration) == TITLES
    assert history_length(demonstration) == length


def test_area_becomes_an_additional_one_with_its_reason(demonstration, first, lead):
    actions.change_area(
        area=first,
        title=first.title,
        kind=AreaKind.ADDITIONAL,
        reason=AdditionalReason.UNSUITABLE,
        version=first.version,
        by=lead,
    )

    assert titles(demonstration) == TITLES[1:]
    assert titles(demonstration, AreaKind.ADDITIONAL)[-1] == TITLES[0]
    assert [area.number for area in demonstration.areas.main()] == [1, 2, 3, 4]
    detail = {"kind": "additional", "reason": "unsuitable"}
    assert last_event(demonstration) == ("changed_area", lead.pk, detail)


def test_area_changed_meanwhile_is_not_overwritten(demonstration, first, lead):
    version = first.version
    actions.change_area(area=first, title="Theirs", kind="main", version=version, by=lead)

    with pytest.raises(EditCollision) as collision:
        actions.change_area(area=first, title="Mine", kind="main", version=version, by=lead)

    assert collision.value.current.title == "Theirs"
    assert titles(demonstration)[0] == "Theirs"


def test_area_does_not_take_the_title_of_another(demonstration, first, lead):
    with pytest.raises(RuleBroken, match="already an area called"):
        actions.change_area(
            area=first, title=TITLES[4], kind="main", version=first.version, by=lead
        )

    assert titles(demonstration) == TITLES


def test_areas_change_places(demonstration, first, lead):
    actions.move_area(area=first, direction="down", by=lead)

    assert titles(demonstration)[:2] == [TITLES[1], TITLES[0]]
    assert last_event(demonstration) == ("moved_area", lead.pk, {"direction": "down"})
    first.refresh_from_db()
    actions.move_area(area=first, direction="up", by=lead)
    assert titles(demonstration) == TITLES


@pytest.mark.parametrize(("place", "direction"), [(0, "up"), (4, "down")])
def test_area_at_the_end_stays_there(demonstration, lead, place, direction):
    length = history_length(demonstration)

    actions.move_area(area=demonstration.areas.main()[place], direction=direction, by=lead)

    assert titles(demonstration) == TITLES
    assert history_length(demonstration) == length


def test_area_opened_before_another_move_still_moves_from_where_it_is(demonstration, first, lead):
    opened_earlier = demonstration.areas.get(pk=first.pk)
    actions.move_area(area=first, direction="down", by=lead)

    actions.move_area(area=opened_earlier, direction="down", by=lead)

    assert titles(demonstration)[:3] == [TITLES[1], TITLES[2], TITLES[0]]


def test_area_that_suggestions_are_filed_under_is_not_removed(demonstration, first, lead):
    length = history_length(demonstration)

    with pytest.raises(RuleBroken, match="still has suggestions"):
        actions.remove_area(area=first, by=lead)

    assert titles(demonstration) == TITLES
    assert history_length(demonstration) == length


def test_empty_area_is_removed(demonstration, lead):
    area = actions.add_area(topic=demonstration, title="Life story work", by=lead)

    actions.remove_area(area=area, by=lead)

    assert titles(demonstration) == TITLES
    assert last_event(demonstration)[:2] == ("removed_area", lead.pk)


def test_sub_area_is_added_renamed_and_removed(demonstration, lead):
    area = demonstration.areas.main()[1]
    sub_area = actions.add_sub_area(area=area, title="Early years", by=lead)
    actions.change_sub_area(sub_area=sub_area, title="Nurseries", version=sub_area.version, by=lead)
    assert [one.title for one in area.sub_areas.all()] == ["Nurseries"]

    actions.remove_sub_area(sub_area=sub_area, by=lead)

    assert not area.sub_areas.exists()
    assert last_event(demonstration)[:2] == ("removed_sub_area", lead.pk)


def test_sub_area_in_use_or_of_a_taken_title_is_refused(demonstration, first, lead):
    used, other = first.sub_areas.all()

    with pytest.raises(RuleBroken, match="already a sub-area called"):
        actions.add_sub_area(area=first, title=used.title.lower(), by=lead)
    with pytest.raises(RuleBroken, match="already a sub-area called"):
        actions.change_sub_area(sub_area=other, title=used.title, version=other.version, by=lead)
    with pytest.raises(RuleBroken, match="still has suggestions"):
        actions.remove_sub_area(sub_area=used, by=lead)

    assert SubArea.objects.filter(area=first).count() == 2
