"""A committee of nine with an issued paper before it, for the tests of this package."""

import pytest
from django.test import Client

from qsdev.accounts.actions import create_user
from qsdev.accounts.models import User
from qsdev.accounts.roles import Role
from qsdev.briefing.tests.conftest import asked, build_quickly, built, issued, media, run_build
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
