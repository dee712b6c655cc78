"""Who takes part in the demonstration: the accounts that are printed, and the other members."""

from qsdev.accounts.models import User
from qsdev.demonstration.content import read_content


def everyone():
    """What the content says of each person: the accounts, then the other members."""
    return [*read_content()["accounts"], *read_content("committee")["members"]]


def known_people():
    """The people who have an account by now, by their keys: "analyst", "chair" …"""
    emails = {one["email"]: one["key"] for one in everyone()}
    return {emails[user.email]: user for user in User.objects.filter(email__in=emails)}


def voting_keys():
    """The keys of all voting members in the order in which ratings are listed."""
    roles = ("chair", "standing_member", "specialist_member", "lay_member")
    return [one["key"] for one in everyone() if one["role"] in roles]
