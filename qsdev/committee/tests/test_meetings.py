"""A meeting: its agenda, who is there, quorum, and what is noted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.committee import actions
from qsdev.committee.attendance import Attendance
from qsdev.committee.models import ActionPoint, DiscussionPoint, Meeting, MeetingKind, Presence
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.tests.pages import address, count_queries, words_of


@pytest.fixture
def planned(issued, demonstration, members):
    """The first meeting, planned for tomorrow."""
    return actions.plan_meeting(
        topic=demonstration,
        kind=MeetingKind.FIRST,
        starts_at=timezone.now() + timedelta(days=1),
        by=members["chair"],
    )


@pytest.fixture
def opened(planned, members):
    """The first meeting, under way."""
    return actions.open_meeting(meeting=planned, by=members["chair"])


def arrive(meeting, members, *keys):
    for key in keys:
        actions.note_arrival(meeting=meeting, person=members[key], by=members["chair"])


def titles(meeting):
    return [item.title for item in meeting.items.all()]


def test_first_meeting_has_the_areas_in_the_paper_s_order(planned, issued):
    assert titles(planned) == [area.title for area in issued.areas.all()]
    assert len(titles(planned)) == 9
    assert planned.quorum_percent == 50


def test_meeting_needs_an_issued_paper(demonstration, people):
    with pytest.raises(RuleBroken, match="issue the briefing paper first"):
        actions.plan_meeting(
            topic=demonstration,
            kind=MeetingKind.FIRST,
            starts_at=timezone.now(),
            by=people["chair"],
        )
    assert not Meeting.objects.exists()


def test_items_are_added_moved_and_removed_until_they_were_discussed(planned, members):
    by = {"by": members["chair"]}
    item = actions.add_item(meeting=planned, title="Matters arising", minutes=10, **by)
    actions.move_item(item=item, direction="up", **by)
    assert titles(planned)[-2] == "Matters arising"
    first, *others = titles(planned)
    actions.remove_item(item=planned.items.get(title=first), **by)
    assert titles(planned) == others
    actions.open_meeting(meeting=planned, **by)
    actions.start_item(item=item, **by)
    item.refresh_from_db()
    with pytest.raises(RuleBroken, match="stays on the agenda"):
        actions.remove_item(item=item, **by)


def test_item_on_which_a_point_was_noted_stays(opened, members):
    item = opened.items.first()
    actions.add_point(item=item, text="Noted.", by=members["chair"])
    with pytest.raises(RuleBroken, match="stays on the agenda"):
        actions.remove_item(item=item, by=members["chair"])
    assert opened.items.first() == item


def test_area_keeps_the_title_that_was_issued(planned, members):
    item = planned.items.first()
    with pytest.raises(RuleBroken, match="under the title that was issued"):
        actions.change_item(item=item, title="Another", minutes=5, version=1, by=members["chair"])
    actions.change_item(item=item, title=item.title, minutes=5, version=1, by=members["chair"])
    assert planned.items.first().minutes == 5


def test_quorum_by_hand_as_people_arrive_and_leave(opened, members, people):
    """Nine voting members are appointed, so five are half."""
    arrive(opened, members, "chair", "standing_member", "standing_two", "lay_member")
    arrive(opened, members | people, "observer", "invited_expert", "analyst")
    four = Attendance(opened).quorum()
    arrive(opened, members, "lay_two")
    five = Attendance(opened).quorum()
    actions.note_leaving(meeting=opened, person=members["chair"], by=members["chair"])
    again = Attendance(opened).quorum()

    assert [(one.present, one.needed, one.is_reached) for one in (four, five, again)] == [
        (4, 5, False),
        (5, 5, True),
        (4, 5, False),
    ]


def test_withdrawn_member_does_not_count_for_the_area(opened, demonstration, members):
    area = demonstration.areas.first()
    withdraw(demonstration, members, "lay_member", area)
    arrive(opened, members, "chair", "standing_member", "standing_two", "lay_member", "lay_two")
    attendance = Attendance(opened)

    assert attendance.quorum().is_reached
    assert (attendance.quorum(area).present, attendance.quorum(area).is_reached) == (4, False)


def test_minutes_tell_when_quorum_was_reached_and_lost(opened, members):
    arrive(opened, members, "chair", "standing_member", "standing_two", "lay_member", "lay_two")
    actions.note_leaving(meeting=opened, person=members["lay_two"], by=members["chair"])
    actions.end_meeting(meeting=opened, by=members["chair"])

    changes = [(reached, quorum.present) for _, reached, quorum in Attendance(opened).changes()]
    assert changes == [(False, 1), (True, 5), (False, 4)]


def test_apologies_go_when_their_sender_comes_after_all(planned, members):
    by = {"by": members["chair"]}
    actions.note_apology(meeting=planned, person=members["lay_two"], **by)
    actions.open_meeting(meeting=planned, **by)
    arrive(planned, members, "lay_two", "lay_two")

    assert not planned.apologies.exists()
    assert Presence.objects.count() == 1
    with pytest.raises(RuleBroken, match="is or was there"):
        actions.note_apology(meeting=planned, person=members["lay_two"], **by)


def test_nobody_without_a_role_attends(opened, members, person):
    with pytest.raises(RuleBroken, match="no role in this topic"):
        actions.note_arrival(meeting=opened, person=person, by=members["chair"])


def test_one_item_is_under_discussion_at_a_time(opened, members):
    first, second = opened.items.all()[:2]
    actions.start_item(item=first, by=members["chair"])
    actions.start_item(item=second, by=members["chair"])
    first.refresh_from_db()
    opened.refresh_from_db()

    assert (opened.current_item, first.ended_at is not None) == (second, True)
    actions.end_item(item=second, by=members["chair"])
    opened.refresh_from_db()
    assert opened.current_item is None


def test_ending_ends_the_item_and_everyone_leaves(opened, members):
    arrive(opened, members, "chair", "lay_two")
    actions.start_item(item=opened.items.first(), by=members["chair"])
    ended = actions.end_meeting(meeting=opened, by=members["chair"])

    assert not ended.presences.filter(left_at=None).exists()
    assert ended.items.first().ended_at == ended.ended_at
    assert Attendance(ended).present == {members["chair"].pk, members["lay_two"].pk}
    with pytest.raises(RuleBroken, match="not under way"):
        arrive(ended, members, "lay_three")
    with pytest.raises(RuleBroken, match="held already"):
        actions.open_meeting(meeting=ended, by=members["chair"])


def test_points_and_actions_are_noted_and_changed(opened, members):
    item = opened.items.first()
    point = actions.add_point(item=item, text="Services differ.", by=members["chair"])
    actions.change_point(
        point=point, text="Services differ widely.", version=1, by=members["chair"]
    )
    with pytest.raises(EditCollision):
        actions.change_point(point=point, text="No.", version=1, by=members["chair"])
    action = actions.add_action_point(
        meeting=opened, text="Find data.", owner="NICE team", by=members["chair"]
    )
    actions.change_action_point(
        action_point=action,
        text="Find data.",
        owner="NICE team",
        is_done=True,
        version=1,
        by=members["chair"],
    )

    assert DiscussionPoint.objects.get().text == "Services differ widely."
    assert ActionPoint.objects.get().done_at is not None


def test_nothing_is_noted_before_the_meeting_is_open(planned, members):
    with pytest.raises(RuleBroken, match="not been opened"):
        actions.add_point(item=planned.items.first(), text="Too soon.", by=members["chair"])
    assert not DiscussionPoint.objects.exists()


def test_chair_orders_the_agenda_by_agreement(
    open_round, rate, members, demonstration, member_client
):
    """The second area is contested, the third agreed, the others were rated by nobody."""
    round = open_round()
    divided, agreed = (1, 1, 1, 5, 5, 5, 9, 9, 9), (8,) * 9
    for place, ratings in ((1, divided), (2, agreed)):
        for key, overall in zip(members, ratings, strict=True):
            rate(round, place, key, overall)
    actions.close_round(round=round, by=members["chair"])
    meeting = actions.plan_meeting(
        topic=demonstration,
        kind=MeetingKind.FIRST,
        starts_at=timezone.now(),
        by=members["chair"],
    )
    paper = titles(meeting)
    client, page = member_client("chair"), address("committee:agenda_order", meeting.pk)
    client.post(page, {"by": "contested"})
    contested = titles(meeting)
    client.post(page, {"by": "agreed"})
    by_agreement = titles(meeting)
    client.post(page, {"by": "paper"})

    assert contested[:3] == [paper[1], paper[2], paper[0]]
    assert by_agreement[:3] == [paper[2], paper[1], paper[0]]
    assert titles(meeting) == paper


def test_chair_runs_the_meeting_on_one_page(opened, members, member_client):
    client = member_client("chair")
    run = address("committee:meeting_run", opened.pk)
    for key in ("chair", "lay_two"):
        client.post(
            address("committee:presence_record", opened.pk),
            {"presence": f"arrive {members[key].pk}"},
        )
    item = opened.items.first()
    client.post(address("committee:item_start", item.pk))
    client.post(address("committee:point_create", item.pk), {"text": "Services differ."})
    page = words_of(client.get(run))

    assert "2 of 9 appointed voting members are here; 5 are needed" in page
    assert f"{item.title} No quorum" in page
    assert "Services differ." in page
    assert member_client("lay_two").get(run).status_code == 403
    odd = client.post(address("committee:presence_record", opened.pk), {"presence": "vanish 1"})
    assert odd.status_code == 404


def test_members_follow_and_ask_again_only_for_what_changed(opened, members, member_client):
    client = member_client("lay_two")
    page = address("committee:meeting_live", opened.pk)
    htmx = {"HX-Request": "true", "HX-Target": "meeting-now"}
    first = client.get(page, headers=htmx).content.decode()
    seen = first.split("?seen=")[1].split('"')[0]
    same = client.get(f"{page}?seen={seen}", headers=htmx)
    actions.start_item(item=opened.items.first(), by=members["chair"])
    changed = client.get(f"{page}?seen={seen}", headers=htmx)

    assert "No item is under discussion" in first
    assert (same.status_code, same.content) == (204, b"")
    assert opened.items.first().title in changed.content.decode()
    assert opened.items.first().title in words_of(client.get(page))


def test_chair_s_page_takes_as_many_queries_for_two_people_as_for_nine(
    opened, members, member_client
):
    client = member_client("chair")
    run = address("committee:meeting_run", opened.pk)
    arrive(opened, members, "chair")
    one = count_queries(client, run)
    arrive(opened, members, *members)

    assert count_queries(client, run) == one
