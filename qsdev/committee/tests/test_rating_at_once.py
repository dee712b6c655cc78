"""A whole committee rates at the same moment: nothing is lost and nothing doubled."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.accounts.actions import create_user
from qsdev.accounts.models import User
from qsdev.accounts.roles import Role
from qsdev.audit.models import Event
from qsdev.audit.verification import verify_chain
from qsdev.committee.models import CriterionScore, Rating
from qsdev.committee.progress import progress_of
from qsdev.topics.actions import add_area, give_role
from qsdev.topics.models import AreaKind
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MEMBERS, AREAS = 26, 11


@pytest.fixture
def eleven_areas(demonstration, people):
    """The demonstration with as many main areas, before its paper is built."""
    for number in range(demonstration.areas.main().count(), AREAS):
        title = f"Area {number + 1}"
        add_area(topic=demonstration, title=title, kind=AreaKind.MAIN, by=people["analyst"])


@pytest.fixture
def round(eleven_areas, open_round):
    return open_round()


@pytest.fixture
def voters(members, demonstration, people):
    """Twenty-six voting members, the nine among them."""
    found = list(members.values())
    for number in range(len(found), MEMBERS):
        user = create_user(
            email=f"member{number}@example.org",
            name=f"Member {number}",
            password="moss-anvil-tuesday",
            by=people["administrator"],
        )
        role = Role.STANDING_MEMBER
        give_role(topic=demonstration, user=user, role=role, by=people["lead"])
        found.append(User.objects.get(pk=user.pk))
    return found


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def overall_of(member, area):
    """What a member gives an area, by their places: each from 1 to 9, no two members alike."""
    return (member + area * (1 + member // 9)) % 9 + 1


class Sender:
    """Sends one member's form for each area in turn, beginning with another area than others."""

    def __init__(self, round, place, user):
        self.round, self.place, self.client = round, place, client_of(user)
        self.criteria = list(round.criteria.all())
        areas = list(enumerate(round.rated_areas.all()))
        self.areas = areas[place % AREAS :] + areas[: place % AREAS]

    def send_all(self):
        return [self.send(area, place) for place, area in self.areas]

    def send(self, area, place):
        words = [self.round.topic.slug, self.round.number, area.pk]
        overall = overall_of(self.place, place)
        scores = {f"criterion_{one.pk}": 10 - overall for one in self.criteria}
        given = {"overall": overall, "proposal": "discuss", "comment": "", "version": 0}
        return self.client.post(reverse("committee:rating_edit", args=words), given | scores)


def test_26_members_rate_11_areas_at_once(round, voters):
    senders = [Sender(round, place, user) for place, user in enumerate(voters)]

    answers = at_once([sender.send_all for sender in senders])

    assert {answer.status_code for given in answers for answer in given} == {302}
    kept = Rating.objects.values_list("member", "rated_area", "overall", "version")
    assert Counter(kept) == Counter(
        (user.pk, area.pk, overall_of(member, place), 1)
        for member, user in enumerate(voters)
        for place, area in enumerate(round.rated_areas.all())
    )
    check_the_rest(round)


def check_the_rest(round):
    """Each rating has its scores, its receipt and its event, and each member is through."""
    number = MEMBERS * AREAS
    scores = CriterionScore.objects.values_list("rating", "score", "rating__overall")
    assert len(scores) == 3 * number
    assert all(score + overall == 10 for _, score, overall in scores)
    assert Rating.objects.values("receipt").distinct().count() == number
    events = Event.objects.filter(topic_id=round.topic_id, verb="rated_area")
    told = [event.subject_id for event in events]
    assert sorted(map(int, told)) == sorted(Rating.objects.values_list("pk", flat=True))
    assert not verify_chain(round.topic_id).problems
    assert [(one.rated, one.to_rate) for one in progress_of(round)] == [(AREAS, AREAS)] * MEMBERS


def test_form_that_is_sent_eight_times_at_once_is_one_rating(round, members):
    member, area = members["lay_two"], round.rated_areas.first()
    senders = [Sender(round, 0, member) for _ in range(8)]

    answers = at_once([lambda one=one: one.send(area, 0) for one in senders])

    assert [answer.status_code for answer in answers] == [302] * 8
    kept = Rating.objects.get()
    assert (kept.member, kept.version, kept.scores.count()) == (member, 1, 3)
    assert Event.objects.filter(topic_id=round.topic_id, verb="rated_area").count() == 1
