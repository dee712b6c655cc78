"""Who may open which of the topics' pages: a table of pages by roles."""

import pytest

from qsdev.topics import actions
from qsdev.topics.tests.pages import address, count_queries

READ = {"administrator": 200, "analyst": 200, "lead": 200, "chair": 403}
CHANGE = {**READ, "administrator": 403}
GIVE = {**READ, "analyst": 403}
TABLE = {
    "area_list": READ,
    "area_create": CHANGE,
    "area_edit": CHANGE,
    "sub_area_create": CHANGE,
    "sub_area_edit": CHANGE,
    "topic_edit": CHANGE,
    "round_create": CHANGE,
    "round_edit": CHANGE,
    "overview_list": CHANGE,
    "overview_edit": CHANGE,
    "framework_create": CHANGE,
    "framework_edit": CHANGE,
    "glossary_edit": CHANGE,
    "role_list": GIVE,
}
POSTED = {
    "area_move": CHANGE,
    "area_remove": CHANGE,
    "sub_area_remove": CHANGE,
    "framework_remove": CHANGE,
    "term_remove": CHANGE,
    "role_end": GIVE,
}


def rows_of(topic):
    """What stands in the addresses after the topic's slug, by page."""
    area = topic.areas.exclude(sub_areas=None).first()
    sub_area = area.sub_areas.first()
    return {
        "area_edit": [area.pk],
        "sub_area_create": [area.pk],
        "sub_area_edit": [sub_area.pk],
        "round_edit": [topic.rounds.first().pk],
        "overview_edit": ["focus"],
        "framework_edit": [topic.frameworks.first().pk],
        "framework_remove": [topic.frameworks.first().pk],
        "area_move": [area.pk],
        "area_remove": [area.pk],
        "sub_area_remove": [sub_area.pk],
        "term_remove": [topic.glossary_terms.first().pk],
        "role_end": [topic.roles.first().pk],
    }


@pytest.fixture
def addresses(demonstration):
    rows = rows_of(demonstration)
    return {name: address(f"topics:{name}", *rows.get(name, [])) for name in TABLE | POSTED}


@pytest.mark.parametrize("key", ["administrator", "analyst", "lead", "chair"])
def test_pages_open_to_the_roles_of_the_table(client_as, addresses, key):
    client = client_as(key)

    opened = {name: client.get(addresses[name]).status_code for name in TABLE}

    assert opened == {name: roles[key] for name, roles in TABLE.items()}


@pytest.mark.parametrize("key", ["administrator", "chair"])
def test_what_a_page_may_not_change_its_button_s_address_refuses(
    client_as, addresses, demonstration, key
):
    refused = [name for name, roles in POSTED.items() if roles[key] == 403]

    assert {client_as(key).post(addresses[name]).status_code for name in refused} == {403}
    assert (demonstration.areas.count(), demonstration.glossary_terms.count()) == (9, 9)


def test_outsider_finds_nothing_and_nobody_is_asked_to_sign_in(addresses, client, person):
    assert {client.get(page).status_code for page in addresses.values()} == {302}
    client.force_login(person)
    assert {client.get(addresses[name]).status_code for name in TABLE} == {404}
    assert {client.post(addresses[name]).status_code for name in POSTED} == {404}


def test_what_changes_something_is_not_done_by_reading(client_as, addresses):
    assert {client_as("lead").get(addresses[name]).status_code for name in POSTED} == {405}


def test_rows_of_another_topic_are_not_found(client_as, people, demonstration, administrator):
    other = actions.create_topic(slug="other", title="Other", by=administrator)
    actions.give_role(topic=other, user=people["lead"], role="lead", by=administrator)
    client = client_as("lead")

    for name, args in rows_of(demonstration).items():
        if name != "overview_edit":
            page = address(f"topics:{name}", *args, slug="other")
            assert client.post(page, {"x": ""}).status_code == 404, name


def test_same_number_of_queries_with_few_and_many_roles(client_as, demonstration, people):
    pages, page = client_as("lead"), address("topics:role_list")
    few = count_queries(pages, page)
    for _ in range(30):
        role = actions.give_role(
            topic=demonstration, user=people["chair"], role="lay_member", by=people["lead"]
        )
        actions.end_role(topic_role=role, by=people["lead"])

    assert count_queries(pages, page) == few
