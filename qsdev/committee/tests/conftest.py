"""A committee of nine with an issued paper before it, for the tests of this package."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from qsdev.accounts.actions import create_user
from qsdev.accounts.models import User
from qsdev.accounts.roles import Role
from qsdev.briefing.tests.conftest import asked, build_quickly, built, issued, media, run_build
from qsdev.committee import actions
from qsdev.committee.models import Proposal
from qsdev.topics.actions import give_role

__all__ = ["asked", "build_quickly", "built", "issued", "media", "run_build"]

#: Beside the demonstration's own chair and one member of each kind, so that each group has three.
MORE_MEMBERS = {
    "standing_two": Role.STANDING_MEMBER,
    "specialist_two": Role.SPECIALIST_MEMBER,
    "specialist_three": Role.SPECIALIST_MEMBER,
    "lay_two": Role.LAY_MEMBER,
    "lay_three": Role.LAY_MEMBER,
}


@pytest.fixture
def members(demonstration, people):
    """The nine voting members by key, in groups of three: chair, standing_member, lay_two …"""
    for key, role in MORE_MEMBERS.items():
        user = create_user(
            email=f"{key}@example.org",
            name=key.replace("_", " ").title(),
            password="moss-anvil-tuesday",
            by=people["administrator"],
        )
        give_role(topic=demonstration, user=user, role=role, by=people["lead"])
    added = {key: User.objects.get(email=f"{key}@example.org") for key in MORE_MEMBERS}
    own = ("chair", "standing_member", "specialist_member", "lay_member")
    return {key: people[key] for key in own} | added


@pytest.fixture
def member_client(members, people):
    """A client that is signed in as one of the nine, or as one of the demonstration's people."""

    def signed_in(key):
        client = Client()
        client.force_login((people | members)[key])
        return client

    return signed_in


@pytest.fixture
def open_round(issued, members, demonstration):
    """Plans a round of the issued paper that is open for a week from now."""

    def opened(**options):
        now = timezone.now()
        return actions.plan_round(
            topic=demonstration,
            opens_at=now,
            closes_at=now + timedelta(days=7),
            by=members["chair"],
            **options,
        )

    return opened


@pytest.fixture
def rate(members):
    """`rate(round, place, "chair", 8)`: a member rates the area at a place (0 for the first)."""

    def rated(round, place, key, overall, **said):
        area = round.rated_areas.all()[place]
        scores = dict.fromkeys(round.criteria.values_list("pk", flat=True), overall)
        given = {"proposal": Proposal.PROGRESS, "scores": scores} | said
        return actions.rate_area(rated_area=area, overall=overall, by=members[key], **given)

    return rated
