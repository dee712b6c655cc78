"""Who sits on the committee: in which group they are counted, and from when until when."""

from datetime import timedelta

from django.utils import timezone

from qsdev.accounts.roles import Role
from qsdev.committee.models import Group, Member, group_of_roles
from qsdev.topics.actions import end_role


def test_nine_vote_in_three_groups_of_three(demonstration, members):
    groups = Member.objects.filter(topic=demonstration).current().by_group()

    assert groups == {
        **{members[key].pk: Group.STANDING for key in ("chair", "standing_member", "standing_two")},
        **{
            members[key].pk: Group.SPECIALIST
            for key in ("specialist_member", "specialist_two", "specialist_three")
        },
        **{members[key].pk: Group.LAY for key in ("lay_member", "lay_two", "lay_three")},
    }


def test_lay_chair_is_counted_with_the_lay_members():
    assert group_of_roles({Role.CHAIR, Role.LAY_MEMBER}) == Group.LAY
    assert group_of_roles({Role.OBSERVER, Role.INVITED_EXPERT}) is None


def test_member_whose_term_ended_voted_before_and_not_after(demonstration, members, people):
    before = timezone.now()
    role = demonstration.roles.get(user=members["lay_two"])
    end_role(topic_role=role, by=people["lead"])

    of_topic = Member.objects.filter(topic=demonstration)
    after = timezone.now() + timedelta(seconds=1)
    assert members["lay_two"].pk in of_topic.at(before).by_group()
    assert members["lay_two"].pk not in of_topic.at(after).by_group()
