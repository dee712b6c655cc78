"""Every address as every role, reading and sending, against the one table of permissions."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

import qsdev.briefing.tests.whole
import qsdev.committee.tests.whole
import qsdev.consultation.tests.whole
import qsdev.equality.tests.whole
import qsdev.publication.tests.whole
import qsdev.topics.tests.whole
import qsdev.trail.tests.whole
import qsdev.validation.tests.whole
import recommendations.tests.whole
import stakeholders.tests.whole
import statements.tests.whole
from qsdev.accounts.access import PUBLIC, SIGNED_IN
from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import ADMINISTRATOR, PERMISSIONS, Role
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.test_names import PAGES, full_name
from qsdev.topics import actions as topic_actions

#: What makes rows of every kind, in an order in which each finds what it needs.
BEGUN = (
    qsdev.briefing.tests.whole,
    stakeholders.tests.whole,
    qsdev.committee.tests.whole,
    qsdev.consultation.tests.whole,
    statements.tests.whole,
    qsdev.equality.tests.whole,
    qsdev.validation.tests.whole,
    qsdev.publication.tests.whole,
)
WHOLES = (
    qsdev.topics.tests.whole,
    recommendations.tests.whole,
    *BEGUN,
    qsdev.trail.tests.whole,
)
ROLES = [ADMINISTRATOR, *Role.values]
WITHOUT_TOPIC = {"topics:topic_list", "topics:topic_create", "topics:markdown_preview"}
VIEWS = {full_name(page): page[1].callback for page in PAGES}


@pytest.fixture
def built(demonstration, people):
    """The topic with rows of every kind, so that every address leads somewhere."""
    for package in BEGUN:
        package.begin(demonstration, people)
    return demonstration


def details(topic, people):
    """What stands in an address beside the topic's own slug: names of views and their words."""
    person = {"pk": people["observer"].pk}
    found = {
        "accounts:password_set": {**person, "token": "no-token"},
        "accounts:user_link": person,
        "accounts:user_deactivate": person,
        "accounts:user_reactivate": person,
        "home:suggestion_history": {"number": 1},
    }
    for package in WHOLES:
        found |= package.words_of_addresses(topic)
    return found


def address(name, topic, words):
    """The address of a page of the topic; a page whose words are missing above fails here.

    Of no topic are people's accounts and what is public: a standard, an organisation's response.
    """
    public = VIEWS[name].permission == PUBLIC
    if public or name.startswith("accounts:") or name in WITHOUT_TOPIC:
        return reverse(name, kwargs=words)
    return reverse(name, kwargs={"slug": topic.slug} | words)


@pytest.fixture
def addresses(built, people):
    """Every address of the application, for this topic, by name."""
    words = details(built, people)
    return {name: address(name, built, words.get(name, {})) for name in VIEWS}


def answers(client, url):
    """The statuses of reading and of sending nothing, with all that they did undone."""
    statuses = []
    for method in (client.get, client.post):
        cookies = client.cookies.copy()
        with transaction.atomic():
            response = method(url)
            statuses.append((response.status_code, response.get("Location", "")))
            if response.streaming:
                b"".join(response.streaming_content)
            transaction.set_rollback(True)
        client.cookies = cookies
    return [(code, place) for code, place in statuses if code != 405]


def refusals(client, addresses):
    """The names of the pages that the client may neither read nor send to."""
    return {
        name
        for name, url in addresses.items()
        if {code for code, _ in answers(client, url)} == {403}
    }


def expected_refusals(role):
    """The pages that the table keeps from a role."""
    return {
        name
        for name, view in VIEWS.items()
        if view.permission not in {PUBLIC, SIGNED_IN} and role not in PERMISSIONS[view.permission]
    }


@pytest.mark.parametrize("role", ROLES)
def test_role_opens_what_the_table_says_and_nothing_else(role, addresses, client_as):
    refused = refusals(client_as(role), addresses)
    assert refused == expected_refusals(role)


def test_nobody_signed_in_is_sent_to_sign_in_from_every_page(addresses):
    for name, url in addresses.items():
        if VIEWS[name].permission != PUBLIC:
            for code, place in answers(Client(), url):
                assert (name, code, "/sign-in/" in place) == (name, 302, True)


def test_outsider_does_not_learn_that_the_topic_exists(addresses, built, people):
    other = topic_actions.create_topic(slug="other", title="Other", by=people["administrator"])
    outsider = create_user(
        email="out@example.org", name="Out Sider", password=PASSWORD, by=people["administrator"]
    )
    topic_actions.give_role(topic=other, user=outsider, role=Role.LEAD, by=people["administrator"])
    client = Client()
    client.force_login(outsider)
    for name, url in addresses.items():
        if built.slug in url:
            codes = {code for code, _ in answers(client, url)}
            assert (name, codes) == (name, {404})


def test_pages_that_matter_most_are_open_to_these_roles_alone():
    """Written down a second time, so that a slip in the table is noticed."""
    assert PERMISSIONS["stakeholders.keep_identities"] == {Role.LEAD}
    assert PERMISSIONS["briefing.issue_paper"] == {Role.LEAD}
    drafts = {"stakeholders.view_suggestions", "briefing.view_paper", "briefing.view_area"}
    for permission in drafts:
        assert PERMISSIONS[permission] <= {Role.ANALYST, Role.LEAD, ADMINISTRATOR}
