"""Journey: nine members declare, rate, discuss and rate again; the chair records what is decided.

Every figure on the way is compared with those of `worked_ratings`, worked out by hand.
"""

import pytest
from django.test import Client

from qsdev.committee.tests import conftest as committee
from qsdev.tests import meeting_steps as meeting
from qsdev.tests import rating_steps as rating
from qsdev.tests import worked_ratings as worked

members, media = committee.members, committee.media
build_quickly, built, issued = committee.build_quickly, committee.built, committee.issued


@pytest.fixture
def everyone(people, members):
    """The nine members and the demonstration's other people by key."""
    return people | members


@pytest.fixture
def page_of(new_context, sign_in, everyone):
    """`page_of("lead")`: the window in which that person is signed in, one for each."""
    opened = {}

    def page(key):
        if key not in opened:
            opened[key] = new_context().new_page()
            sign_in(opened[key], everyone[key])
        return opened[key]

    return page


@pytest.fixture
def client_of(everyone):
    """`client_of("lay_two")`: that person's requests without a browser."""
    opened = {}

    def client(key):
        if key not in opened:
            opened[key] = Client()
            opened[key].force_login(everyone[key])
        return opened[key]

    return client


def test_committee_declares_rates_meets_and_decides(
    page_of, client_of, demonstration, issued, members
):
    chair, member = page_of("chair"), page_of("standing_member")
    rating.declare(page_of, client_of, demonstration)
    rating.plan_round(page_of("lead"))
    first = demonstration.rating_rounds.get()
    ratings = dict(enumerate(worked.FIRST))
    rating.rate(page_of, client_of, first, ratings, in_browser=rating.IN_BROWSER)
    rating.check_withdrawn(page_of("lay_three"), client_of("lay_three"), first)
    rating.close(chair, first, {"Standing Two": "4 of 5", "Lay Three": "4 of 4"})
    rating.check_first(chair, member, first)

    meeting.plan_meeting(chair)
    held = demonstration.meetings.get()
    meeting.arrive(chair, client_of("chair"), held, members)
    meeting.discuss(chair, member, held, first)
    second = meeting.run_second_round(chair, held, first)
    rating.check_earlier(member, second)
    again = dict(enumerate(worked.SECOND.values()))
    rating.rate(page_of, client_of, second, again, in_browser=("lay_member",))
    rating.close(chair, second, {"Standing Two": "3 of 3", "Lay Three": "3 of 3"})
    rating.check_second(chair, member, second)
    meeting.decide_all(chair, held)
    meeting.end(chair, held)
    meeting.build_minutes(chair, member, demonstration)
    meeting.check_decisions(member, demonstration)
