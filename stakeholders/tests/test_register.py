"""The register: organisations and their names, pseudonyms and who stands behind them."""

import pytest

from qsdev.audit.models import Event
from qsdev.errors import EditCollision, RuleBroken
from stakeholders import actions
from stakeholders.models import SpecialistIdentity, Stakeholder, StakeholderAlias


@pytest.fixture
def visiting(analyst):
    return actions.add_stakeholder(
        name="Institute of  Health Visiting", abbreviation="iHV", aliases=["IoHV"], by=analyst
    )


def test_a_stakeholder_is_registered_with_all_its_names(visiting):
    assert (visiting.name, visiting.abbreviation) == ("Institute of Health Visiting", "iHV")
    assert [alias.name for alias in visiting.aliases.all()] == ["IoHV"]


@pytest.mark.parametrize("taken", ["institute of health visiting", "IHV", "iohv"])
def test_a_name_belongs_to_one_stakeholder(visiting, analyst, taken):
    with pytest.raises(RuleBroken, match="already belongs to Institute of Health Visiting"):
        actions.add_stakeholder(name=taken, abbreviation="Other", by=analyst)
    assert Stakeholder.objects.count() == 1


@pytest.mark.parametrize("name", ["SCM3", "", " - ", "Specialist committee member 1"])
def test_no_pseudonym_and_no_empty_name_is_registered(analyst, name):
    with pytest.raises(RuleBroken):
        actions.add_stakeholder(name=name, abbreviation="Other", by=analyst)
    assert Stakeholder.objects.count() == 0


def test_changing_keeps_what_somebody_else_changed(visiting, analyst):
    changed = actions.change_stakeholder(
        stakeholder=visiting, name="Institute", abbreviation="iHV", version=1, by=analyst
    )
    assert (changed.name, changed.version) == ("Institute", 2)
    with pytest.raises(EditCollision):
        actions.change_stakeholder(
            stakeholder=visiting, name="Mine", abbreviation="iHV", version=1, by=analyst
        )


def test_an_alias_is_kept_once_and_can_be_forgotten(visiting, analyst):
    alias = actions.add_alias(stakeholder=visiting, name="Institute of Health", by=analyst)
    assert actions.add_alias(stakeholder=visiting, name="Institute of Health", by=analyst) == alias
    actions.remove_alias(alias=alias, by=analyst)
    assert [each.name for each in StakeholderAlias.objects.all()] == ["IoHV"]


def test_pseudonyms_follow_those_there_are(topic, analyst):
    actions.add_specialist_members(topic=topic, count=2, by=analyst)
    more = actions.add_specialist_members(topic=topic, count=1, by=analyst)
    assert [member.name for member in more] == ["SCM3"]


@pytest.mark.parametrize("pseudonym", ["Jane Doe", "SCM1 Jane", "scm1"])
def test_a_pseudonym_holds_no_name_and_is_there_once(topic, analyst, pseudonym):
    actions.add_specialist_member(topic=topic, pseudonym="SCM1", by=analyst)
    with pytest.raises(RuleBroken):
        actions.add_specialist_member(topic=topic, pseudonym=pseudonym, by=analyst)
    assert topic.specialist_members.count() == 1


def test_pseudonyms_are_drawn_by_lot(topic, analyst):
    people = [f"Person {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    actions.allot_pseudonyms(topic=topic, people=people, by=analyst)
    identities = SpecialistIdentity.objects.order_by("stakeholder__pk")
    drawn = [identity.person_name for identity in identities]
    assert sorted(drawn) == people
    assert drawn != people


def test_each_look_at_identities_is_recorded(topic, analyst):
    (member,) = actions.add_specialist_members(topic=topic, count=1, by=analyst)
    actions.record_identity(stakeholder=member, person_name="Jane Doe", by=analyst)
    (identity,) = actions.read_identities(topic=topic, by=analyst)
    assert (identity.stakeholder.name, identity.person_name) == ("SCM1", "Jane Doe")
    assert Event.objects.filter(verb="looked_at_identities", topic_id=topic.pk).count() == 1


def test_an_organisation_has_no_identity(visiting, analyst):
    with pytest.raises(RuleBroken, match="Only a specialist committee member"):
        actions.record_identity(stakeholder=visiting, person_name="Jane Doe", by=analyst)
