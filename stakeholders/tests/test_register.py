"""The register: what can be done to it, and its pages."""

import pytest

from qsdev.accounts.roles import Role
from qsdev.audit.models import Event
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import create_topic, give_role
from qsdev.topics.tests.pages import (
    address,
    count_queries,
    errors_of,
    first_column,
    last_event,
    value_of,
    words_of,
)
from stakeholders import actions
from stakeholders.models import Stakeholder

ORGANISATIONS = Stakeholder.objects.organisations


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def visitors(demonstration):
    return Stakeholder.objects.get(abbreviation="iHV")


def spellings(stakeholder):
    return sorted(alias.name for alias in stakeholder.aliases.all())


def test_organisation_is_registered_with_its_spellings(demonstration, lead):
    one = actions.add_stakeholder(
        name="Royal  College\nof Nursing", abbreviation="RCN", aliases=["The RCN"], by=lead
    )

    assert (one.name, spellings(one)) == ("Royal College of Nursing", ["The RCN"])
    event = Event.objects.about(one).get()
    assert (event.verb, event.topic_id, event.detail) == ("registered", None, {})


@pytest.mark.parametrize(
    ("name", "abbreviation", "sentence"),
    [
        ("", "X", "Give the organisation’s full name"),
        ("...", "X", "Give the organisation’s full name"),
        ("institute of HEALTH visiting", "X", "already belongs to Institute of Health Visiting"),
        ("Some Institute", "ihv", "already belongs to Institute of Health Visiting"),
        ("Some Institute", "institute of HEALTH visiting (IHV)", "already belongs to"),
        ("Somebody (SCM 3)", "X", "pseudonym"),
        ("Specialist committee member 1", "X", "pseudonym"),
    ],
)
def test_organisation_of_a_wrong_name_is_not_registered(
    demonstration, lead, name, abbreviation, sentence
):
    before = (ORGANISATIONS().count(), Event.objects.count())

    with pytest.raises(RuleBroken, match=sentence):
        actions.add_stakeholder(name=name, abbreviation=abbreviation, by=lead)

    assert (ORGANISATIONS().count(), Event.objects.count()) == before


def test_organisation_s_names_are_changed_and_its_spellings_replaced(visitors, lead):
    old = visitors.aliases.get()

    changed = actions.change_stakeholder(
        stakeholder=visitors,
        name="Institute of Visiting",
        abbreviation="IoV",
        aliases=["iHV"],
        version=visitors.version,
        by=lead,
    )

    assert (changed.name, spellings(changed)) == ("Institute of Visiting", ["iHV"])
    verbs = [event.verb for event in Event.objects.about(changed).order_by("sequence")]
    assert verbs[-3:] == ["changed_stakeholder", "removed_alias", "added_alias"]
    assert not changed.aliases.filter(name=old.name).exists()


def test_spelling_that_another_has_changes_nothing(visitors, lead):
    before = Event.objects.count()

    with pytest.raises(RuleBroken, match="already belongs to Middlesex University"):
        actions.change_stakeholder(
            stakeholder=visitors,
            name="New name",
            abbreviation="iHV",
            aliases=["MU"],
            version=visitors.version,
            by=lead,
        )

    kept = Stakeholder.objects.get(pk=visitors.pk)
    assert (kept.name, len(spellings(kept))) == ("Institute of Health Visiting", 1)
    assert Event.objects.count() == before


def test_organisation_changed_meanwhile_is_not_overwritten(visitors, lead):
    values = {"stakeholder": visitors, "abbreviation": "iHV", "version": visitors.version}
    actions.change_stakeholder(name="Theirs", by=lead, **values)

    with pytest.raises(EditCollision) as collision:
        actions.change_stakeholder(name="Mine", by=lead, **values | {"version": 1})

    assert collision.value.current.name == "Theirs"


def test_spelling_is_kept_once_and_can_be_forgotten(visitors, lead):
    before = spellings(visitors)
    alias = actions.add_alias(stakeholder=visitors, name="Institute of Health", by=lead)
    assert actions.add_alias(stakeholder=visitors, name="Institute of Health", by=lead) == alias

    actions.remove_alias(alias=alias, by=lead)

    assert spellings(visitors) == before


def test_pseudonym_takes_neither_another_name_nor_a_spelling(demonstration, lead):
    member = demonstration.specialist_members.first()

    with pytest.raises(RuleBroken, match="stays as it is"):
        actions.change_stakeholder(
            stakeholder=member, name="Jo", abbreviation="Jo", version=1, by=lead
        )
    with pytest.raises(RuleBroken, match="by the pseudonym alone"):
        actions.add_alias(stakeholder=member, name="Jo", by=lead)


def test_pseudonyms_go_on_from_the_last(demonstration, lead):
    added = actions.add_specialist_members(topic=demonstration, count=2, by=lead)

    assert [member.name for member in added] == ["SCM5", "SCM6"]
    assert last_event(demonstration)[:2] == ("added_specialist_member", lead.pk)
    for wrong in ("SCM6", "Jo", "SCM7 Jo"):
        with pytest.raises(RuleBroken):
            actions.add_specialist_member(topic=demonstration, pseudonym=wrong, by=lead)
    assert demonstration.specialist_members.count() == 6


def test_list_shows_organisations_and_this_topic_s_members(
    demonstration, pages, administrator, lead
):
    other = create_topic(slug="other", title="Other", by=administrator)
    actions.add_specialist_members(topic=other, count=9, by=lead)
    actions.add_specialist_members(topic=demonstration, count=6, by=lead)

    shown = first_column(pages.get(address("stakeholders:stakeholder_list")))

    assert shown[0] == "Chroma (Therapies) Ltd"
    assert shown[8:] == [f"SCM{number}" for number in range(1, 11)]


def test_same_number_of_queries_with_few_and_with_many(demonstration, pages, lead):
    page = address("stakeholders:stakeholder_list")
    few = count_queries(pages, page)
    for number in range(30):
        actions.add_stakeholder(
            name=f"Trust {number}", abbreviation=f"T{number}", aliases=[f"A{number}"], by=lead
        )

    assert count_queries(pages, page) == few


def test_page_registers_an_organisation(demonstration, pages):
    create = address("stakeholders:stakeholder_create")
    sent = {"name": "Royal College of Nursing", "abbreviation": "RCN", "aliases": "The RCN\r\n\r\n"}

    page = pages.post(create, sent, follow=True)

    assert "Royal College of Nursing is registered." in words_of(page)
    assert spellings(ORGANISATIONS().get(abbreviation="RCN")) == ["The RCN"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": ""}, "Enter the name"),
        ({"name": "SCM9"}, "This is a specialist committee member’s pseudonym"),
        ({"aliases": "x" * 301}, "Each spelling must be 300 characters or fewer"),
        ({"abbreviation": "MU"}, "“MU” already belongs to Middlesex University: use that entry."),
    ],
)
def test_page_says_why_an_organisation_is_not_registered(demonstration, pages, change, error):
    sent = {"name": "Royal College of Nursing", "abbreviation": "RCN", "aliases": ""}

    page = pages.post(address("stakeholders:stakeholder_create"), {**sent, **change})

    assert page.status_code == 422
    assert [words[: len(error)] for words in errors_of(page)] == [error]
    assert ORGANISATIONS().count() == 8


def test_collision_shows_both_and_is_saved_again(visitors, pages, lead):
    edit = address("stakeholders:stakeholder_edit", visitors.pk)
    sent = {"name": "Mine", "abbreviation": "iHV", "aliases": "", "version": visitors.version}
    actions.change_stakeholder(
        stakeholder=visitors, name="Theirs", abbreviation="iHV", version=visitors.version, by=lead
    )

    page = pages.post(edit, sent)

    assert page.status_code == 422
    assert "Theirs" in words_of(page, "//*[@class='qs-panel']")
    assert value_of(page, "name") == "Mine"
    pages.post(edit, {**sent, "version": value_of(page, "version")})
    visitors.refresh_from_db()
    assert visitors.name == "Mine"


def test_page_adds_specialist_members(demonstration, pages):
    create = address("stakeholders:specialist_member_create")
    assert pages.post(create, {"count": "31"}).status_code == 422

    page = pages.post(create, {"count": "2"}, follow=True)

    assert "Added: SCM5, SCM6." in words_of(page)


def test_register_opens_to_those_who_import(demonstration, client_as, visitors, client, person):
    names = ["stakeholder_list", "stakeholder_create", "specialist_member_create"]
    addresses = [address(f"stakeholders:{name}") for name in names]
    addresses.append(address("stakeholders:stakeholder_edit", visitors.pk))
    keys = ("administrator", "analyst", "lead", "chair", "specialist_member", "observer", None)

    opened = {key: {client_as(key).get(page).status_code for page in addresses} for key in keys}

    may = {key: {200} for key in keys[:3]}
    may_not = {key: {403} for key in keys[3:6]}
    assert opened == {**may, **may_not, None: {302}}
    client.force_login(person)
    assert {client.get(page).status_code for page in addresses} == {404}


def test_pseudonym_has_no_page_that_changes_it(demonstration, pages):
    member = demonstration.specialist_members.first()

    assert pages.get(address("stakeholders:stakeholder_edit", member.pk)).status_code == 404


def test_end_of_a_role_closes_the_register(demonstration, pages, people, lead):
    from_now = demonstration.roles.get(user=people["analyst"], role=Role.ANALYST)
    give_role(topic=demonstration, user=people["analyst"], role=Role.OBSERVER, by=lead)
    assert pages.get(address("stakeholders:stakeholder_list")).status_code == 200

    from_now.delete()

    assert pages.get(address("stakeholders:stakeholder_list")).status_code == 403
