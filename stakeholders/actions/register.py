"""Keeping the register: organisations, their other names, and specialist members' pseudonyms."""

import secrets

from django.db import transaction
from django.db.models import F

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.imports.names import pseudonym_in
from stakeholders.models import SpecialistIdentity, Stakeholder, StakeholderAlias, StakeholderKind
from stakeholders.models.register import name_key


@transaction.atomic
def add_stakeholder(*, name, abbreviation, by, aliases=()):
    """Register an organisation under its full name, its abbreviation and any other spellings."""
    check_names([name, abbreviation, *aliases])
    stakeholder = Stakeholder.objects.create(
        name=one_line(name), abbreviation=one_line(abbreviation)
    )
    for alias in aliases:
        StakeholderAlias.objects.create(stakeholder=stakeholder, name=one_line(alias))
    record("registered", stakeholder, by=by)
    return stakeholder


@transaction.atomic
def change_stakeholder(*, stakeholder, name, abbreviation, version, by, aliases=None):
    """Change an organisation's names; papers print the new ones from then on.

    `aliases`, where given, are all the other spellings that it is to be known by.
    """
    if stakeholder.is_specialist_member:
        raise RuleBroken("A pseudonym stays as it is: it is how papers know the member.")
    check_names([name, abbreviation], of=stakeholder)
    unchanged = Stakeholder.objects.filter(pk=stakeholder.pk, version=version)
    if not unchanged.update(
        name=one_line(name), abbreviation=one_line(abbreviation), version=F("version") + 1
    ):
        raise EditCollision(Stakeholder.objects.get(pk=stakeholder.pk))
    record("changed_stakeholder", stakeholder, by=by)
    if aliases is not None:
        replace_aliases(stakeholder, {one_line(alias) for alias in aliases}, by)
    stakeholder.refresh_from_db()
    return stakeholder


def replace_aliases(stakeholder, wanted, by):
    """Keep the wanted spellings and no others."""
    for alias in stakeholder.aliases.exclude(name__in=wanted):
        remove_alias(alias=alias, by=by)
    for name in sorted(wanted - set(stakeholder.aliases.values_list("name", flat=True))):
        add_alias(stakeholder=stakeholder, name=name, by=by)


@transaction.atomic
def add_alias(*, stakeholder, name, by):
    """Keep another spelling of a stakeholder's name, so that tables with it are understood."""
    if stakeholder.is_specialist_member:
        raise RuleBroken("A specialist committee member is known by the pseudonym alone.")
    check_names([name], of=stakeholder)
    alias, _ = StakeholderAlias.objects.get_or_create(stakeholder=stakeholder, name=one_line(name))
    record("added_alias", stakeholder, by=by, alias=alias.pk)
    return alias


@transaction.atomic
def remove_alias(*, alias, by):
    """Forget a spelling that was kept by mistake; what was imported with it stays."""
    record("removed_alias", alias.stakeholder, by=by, alias=alias.pk)
    alias.delete()


def one_line(name):
    """A name as it is kept: on one line, with single spaces."""
    return " ".join(name.split())


def check_names(names, of=None):
    """Refuse names that are empty, that another stakeholder has, or that hold a pseudonym."""
    taken = {}
    for other in Stakeholder.objects.organisations().prefetch_related("aliases"):
        if other != of:
            spellings = [other.name, other.abbreviation, *(a.name for a in other.aliases.all())]
            taken.update((name_key(spelling), other) for spelling in spellings)
    for name in names:
        if not name_key(name):
            raise RuleBroken("Give the organisation’s full name and its abbreviation.")
        if pseudonym_in(name)[0]:
            raise RuleBroken(
                "This is a specialist committee member’s pseudonym: it belongs to a topic and is "
                "not registered as an organisation."
            )
        if name_key(name) in taken:
            owner = taken[name_key(name)]
            raise RuleBroken(f"“{one_line(name)}” already belongs to {owner}: use that entry.")


@transaction.atomic
def add_specialist_member(*, topic, pseudonym, by):
    """Let a topic know a specialist committee member by a pseudonym such as SCM1."""
    known, has_more = pseudonym_in(pseudonym)
    if not known or has_more:
        raise RuleBroken("Give a pseudonym such as SCM1, and no name beside it.")
    if topic.specialist_members.filter(name=known).exists():
        raise RuleBroken(f"{known} belongs to this topic already.")
    member = Stakeholder.objects.create(
        kind=StakeholderKind.SPECIALIST_MEMBER, topic=topic, name=known, abbreviation=known
    )
    record("added_specialist_member", member, by=by)
    return member


@transaction.atomic
def add_specialist_members(*, topic, count, by):
    """Add the next `count` pseudonyms: SCM1 to SCM4, or SCM5 to SCM6 after those."""
    taken = [
        int(name.removeprefix("SCM"))
        for name in topic.specialist_members.values_list("name", flat=True)
    ]
    first = max(taken, default=0) + 1
    return [
        add_specialist_member(topic=topic, pseudonym=f"SCM{number}", by=by)
        for number in range(first, first + count)
    ]


@transaction.atomic
def allot_pseudonyms(*, topic, people, by):
    """Give each person (a name, or a user) a pseudonym drawn by lot, and record who has which.

    The lot keeps numbers from following names, accounts or the order of arrival.
    """
    members = add_specialist_members(topic=topic, count=len(people), by=by)
    secrets.SystemRandom().shuffle(members)
    return [
        record_identity(
            stakeholder=member,
            person_name=str(person),
            user=None if isinstance(person, str) else person,
            by=by,
        )
        for member, person in zip(members, people, strict=True)
    ]


@transaction.atomic
def record_identity(*, stakeholder, person_name, by, user=None):
    """Record who stands behind a pseudonym; only the keeper's page shows it."""
    if not stakeholder.is_specialist_member:
        raise RuleBroken("Only a specialist committee member’s pseudonym stands for a person.")
    if not person_name.strip():
        raise RuleBroken("Give the person’s name.")
    identity, _ = SpecialistIdentity.objects.update_or_create(
        stakeholder=stakeholder,
        defaults={"person_name": one_line(person_name), "user": user, "recorded_by": by},
    )
    record("recorded_identity", stakeholder, by=by)
    return identity


@transaction.atomic
def read_identities(*, topic, by):
    """Who stands behind the topic's pseudonyms; the one way to them, and each look is recorded."""
    record("looked_at_identities", topic, by=by)
    identities = SpecialistIdentity.objects.filter(stakeholder__topic=topic)
    return list(identities.select_related("stakeholder", "user", "recorded_by").order_by("pk"))
