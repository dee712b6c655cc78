"""Areas and sub-areas are put in order, one place at a time or all at once."""

import pytest

from qsdev.errors import RuleBroken
from qsdev.topics import actions
from qsdev.topics.tests.pages import address, history_length, last_event, words_of


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def parts(demonstration, lead):
    """An area with three sub-areas."""
    area = demonstration.areas.main()[1]
    for title in ("One", "Two", "Three"):
        actions.add_sub_area(area=area, title=title, by=lead)
    return area


def keys(rows):
    return [row.pk for row in rows.all()]


def titles(area):
    return [sub_area.title for sub_area in area.sub_areas.all()]


def test_areas_stand_in_the_order_that_was_given(demonstration, lead):
    order = keys(demonstration.areas.main())[::-1]
    additional = keys(demonstration.areas.additional())

    actions.order_areas(topic=demonstration, order=order, by=lead)

    assert keys(demonstration.areas) == order + additional
    assert last_event(demonstration) == ("ordered_areas", lead.pk, {"order": order})


def test_order_that_does_not_name_each_area_of_its_kind_once_is_refused(
    demonstration, lead, administrator
):
    other = actions.create_topic(slug="other", title="Other", by=administrator)
    foreign = actions.add_area(topic=other, title="Foreign", by=administrator)
    main = keys(demonstration.areas.main())
    length = history_length(demonstration)

    for order in (
        main[1:],
        [*main, main[0]],
        [*main, foreign.pk],
        [foreign.pk],
        [],
        keys(demonstration.areas),
    ):
        with pytest.raises(RuleBroken, match=r"look at the list again|Put them in order again"):
            actions.order_areas(topic=demonstration, order=order, by=lead)

    assert keys(demonstration.areas.main()) == main
    assert history_length(demonstration) == length


def test_order_that_stands_already_is_not_recorded(demonstration, lead):
    length = history_length(demonstration)

    actions.order_areas(topic=demonstration, order=keys(demonstration.areas.main()), by=lead)

    assert history_length(demonstration) == length


def test_sub_areas_change_places_and_stay_at_the_ends(parts, lead):
    first, _, last = parts.sub_areas.all()

    actions.move_sub_area(sub_area=first, direction="down", by=lead)
    assert titles(parts) == ["Two", "One", "Three"]
    assert last_event(parts.topic) == ("moved_sub_area", lead.pk, {"direction": "down"})
    actions.move_sub_area(sub_area=last, direction="down", by=lead)
    actions.move_sub_area(sub_area=first, direction="up", by=lead)

    assert titles(parts) == ["One", "Two", "Three"]


def test_sub_areas_stand_in_the_order_that_was_given(parts, demonstration, lead):
    foreign = demonstration.areas.first().sub_areas.first()
    order = keys(parts.sub_areas)[::-1]

    actions.order_sub_areas(area=parts, order=order, by=lead)
    assert titles(parts) == ["Three", "Two", "One"]
    assert last_event(demonstration) == ("ordered_sub_areas", lead.pk, {"order": order})

    with pytest.raises(RuleBroken, match="Put them in order again"):
        actions.order_sub_areas(area=parts, order=[*order, foreign.pk], by=lead)
    assert titles(parts) == ["Three", "Two", "One"]


def test_moved_row_s_page_leads_back_to_its_button(pages, demonstration, parts):
    first = demonstration.areas.first()
    answer = pages.post(address("topics:area_move", first.pk), {"down": "1"})
    assert answer.url == address("topics:area_list") + f"#down-{first.pk}"

    middle = parts.sub_areas.all()[1]
    answer = pages.post(address("topics:sub_area_move", middle.pk), {"down": "1"})
    assert answer.url == address("topics:area_edit", parts.pk) + f"#up-{middle.pk}"
    assert "“Two” is now number 3." in words_of(pages.get(answer.url))


def test_order_is_sent_by_the_pages(pages, demonstration, parts):
    main = keys(demonstration.areas.main())[::-1]
    page = pages.post(address("topics:area_order"), {"order": main}, follow=True)
    assert keys(demonstration.areas.main()) == main
    assert "The new order of the areas is saved." in words_of(page)

    order = keys(parts.sub_areas)[::-1]
    sent = address("topics:sub_area_order", parts.pk)
    page = pages.post(sent, {"order": order}, follow=True)
    assert titles(parts) == ["Three", "Two", "One"]
    assert "The new order of the sub-areas is saved." in words_of(page)


@pytest.mark.parametrize("order", [[], ["x"], ["999999"], ["1"], ["9" * 40]])
def test_order_that_cannot_be_is_told_and_changes_nothing(pages, demonstration, parts, order):
    main = keys(demonstration.areas.main())

    page = pages.post(address("topics:area_order"), {"order": order}, follow=True)
    assert "in order again." in words_of(page)
    page = pages.post(address("topics:sub_area_order", parts.pk), {"order": order}, follow=True)

    assert "in order again." in words_of(page)
    assert keys(demonstration.areas.main()) == main
    assert titles(parts) == ["One", "Two", "Three"]
