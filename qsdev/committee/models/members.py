"""Who sits on a topic's committee, and in which group they are counted."""

from django.db import models
from django.db.models import Q

from qsdev.accounts.roles import COMMITTEE, READERS_OF_ISSUED_PAPERS, Role
from qsdev.topics.models import TopicRole
from qsdev.topics.models.topic import TopicRoleQuerySet


class Group(models.TextChoices):
    """The groups of voting members whose ratings may be shown apart."""

    STANDING = "standing", "Standing members"
    SPECIALIST = "specialist", "Specialist members"
    LAY = "lay", "Lay members"


#: Who holds several roles is counted by the first of them here: a lay chair with the lay members.
GROUPS = {
    Role.LAY_MEMBER: Group.LAY,
    Role.SPECIALIST_MEMBER: Group.SPECIALIST,
    Role.STANDING_MEMBER: Group.STANDING,
    Role.CHAIR: Group.STANDING,
}


def group_of_roles(roles):
    """The group of who holds these roles; None for who does not vote."""
    return next((group for role, group in GROUPS.items() if role in roles), None)


class MemberQuerySet(TopicRoleQuerySet):
    def at(self, moment):
        """Those whose term ran at a moment: it had begun and not ended."""
        return self.filter(started_at__lte=moment).filter(Q(ended_at=None) | Q(ended_at__gt=moment))

    def voting(self):
        """Standing, specialist and lay members and the chair: they vote and count to the quorum."""
        return self.filter(role__in=COMMITTEE)

    def by_group(self):
        """Each voting person's group, once however many roles they hold: {user id: Group}."""
        roles = {}
        for user, role in self.voting().values_list("user", "role"):
            roles.setdefault(user, set()).add(role)
        return {user: group_of_roles(held) for user, held in roles.items()}


class MemberManager(models.Manager.from_queryset(MemberQuerySet)):
    """Roles by which somebody sits with the committee: members, chair, experts, observers."""

    def get_queryset(self):
        return super().get_queryset().filter(role__in=READERS_OF_ISSUED_PAPERS)


class Member(TopicRole):
    """A role by which somebody sits with the committee; its dates are the term of office.

    For example "Idris Quorumby as Standing committee member". Voting members are standing,
    specialist and lay members and the chair; invited experts and observers neither vote nor count.
    """

    objects = MemberManager()

    class Meta:
        proxy = True
        ordering = ["user__name", "role", "started_at"]

    @property
    def votes(self):
        return self.role in COMMITTEE
