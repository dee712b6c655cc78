"""Who SCM1 is: on the keeper's page, whose every look is recorded, and nowhere else."""

import pytest

from qsdev.accounts.roles import Role
from qsdev.audit.models import Event
from qsdev.demonstration.content import read_content
from qsdev.errors import RuleBroken
from qsdev.topics.actions import create_topic, give_role
from qsdev.topics.tests.pages import address, errors_of, words_of
from stakeholders import actions
from stakeholders.models import SpecialistIdentity

NAMES = {one["pseudonym"]: one["person_name"] for one in read_content()["specialist_members"]}


@pytest.fixture
def lead(people):
    return people["lead"]


def test_lead_reads_who_they_are_and_each_look_is_recorded(demonstration, client_as, lead):
    looks = Event.objects.filter(verb="looked_at_identities", topic_id=demonstration.pk)
    before = looks.count()

    pages = [client_as("lead").get(address("stakeholders:identity_list")) for _ in range(2)]

    for page in pages:
        words = words_of(page)
        assert all(f"{scm} {name}" in words for scm, name in NAMES.items())
    assert looks.count() == before + 2
    assert looks.last().actor_id == lead.pk


def test_name_of_an_account_stands_beside_no_pseudonym(demonstration, client_as):
    words = words_of(client_as("administrator").get(address("topics:role_list")))

    assert NAMES["SCM1"] in words
    assert "SCM" not in words


def test_history_holds_no_name(demonstration, client_as, lead):
    member = demonstration.specialist_members.get(name="SCM2")
    actions.record_identity(stakeholder=member, person_name="Quentin Unheard", by=lead)

    written = repr(list(Event.objects.values_list("detail", "verb")))

    assert [name for name in [*NAMES.values(), "Quentin"] if name in written] == []
    assert Event.objects.about(member).last().verb == "recorded_identity"


def test_identity_is_recorded_for_a_pseudonym_alone(demonstration, lead):
    member = demonstration.specialist_members.first()
    organisation = demonstration.suggestions.get(number=1).stakeholder
    before = list(SpecialistIdentity.objects.values_list("person_name", flat=True))

    with pytest.raises(RuleBroken, match="Only a specialist committee member"):
        actions.record_identity(stakeholder=organisation, person_name="Jo", by=lead)
    with pytest.raises(RuleBroken, match="Give the person’s name"):
        actions.record_identity(stakeholder=member, person_name=" ", by=lead)

    assert list(SpecialistIdentity.objects.values_list("person_name", flat=True)) == before


def test_page_records_who_a_pseudonym_is_without_showing_who_it_was(demonstration, client_as):
    member = demonstration.specialist_members.get(name="SCM3")
    edit = address("stakeholders:identity_edit", member.pk)
    client = client_as("lead")
    assert NAMES["SCM3"] not in client.get(edit).content.decode()
    assert errors_of(client.post(edit, {"person_name": ""})) == ["Enter the name of the person"]

    page = client.post(edit, {"person_name": "Quentin Unheard"}, follow=True)

    assert "It is recorded who SCM3 is." in words_of(page)
    assert "SCM3 Quentin Unheard" in words_of(page)


@pytest.mark.parametrize("key", ["administrator", "analyst", "chair", "specialist_member"])
def test_keeper_s_pages_are_closed_to_all_but_leads(demonstration, client_as, key):
    member = demonstration.specialist_members.first()
    looks = Event.objects.filter(verb="looked_at_identities").count()

    for page in (
        address("stakeholders:identity_list"),
        address("stakeholders:identity_edit", member.pk),
    ):
        assert client_as(key).get(page).status_code == 403
    assert client_as(key).post(page, {"person_name": "Jo"}).status_code == 403

    assert Event.objects.filter(verb="looked_at_identities").count() == looks


def test_lead_of_one_topic_does_not_learn_of_another_s_members(
    demonstration, client_as, administrator, lead, people
):
    other = create_topic(slug="other", title="Other", by=administrator)
    give_role(topic=other, user=people["analyst"], role=Role.LEAD, by=administrator)
    member = demonstration.specialist_members.first()
    client = client_as("analyst")

    assert client.get(address("stakeholders:identity_list")).status_code == 403
    page = client.get(address("stakeholders:identity_list", slug="other"))
    assert "No specialist committee members yet" in words_of(page)
    theirs = address("stakeholders:identity_edit", member.pk, slug="other")
    assert client.get(theirs).status_code == 404


def test_pseudonyms_are_drawn_by_lot(demonstration, lead):
    people = [f"Person {letter}" for letter in "ABCDEFGHIJKL"]

    given = actions.allot_pseudonyms(topic=demonstration, people=people, by=lead)

    assert sorted(one.person_name for one in given) == people
    numbers = [int(one.stakeholder.name[3:]) for one in given]
    assert sorted(numbers) == list(range(5, 17))
    assert numbers != list(range(5, 17))  # once in 479 million times, the lot draws this order
