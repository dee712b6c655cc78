"""A committee's work with a row of every kind, so that each of its addresses leads somewhere."""

from datetime import timedelta

from django.utils import timezone

from qsdev.committee import actions
from qsdev.committee.models import DiscussionPoint, InterestKind, MeetingKind
from qsdev.committee.urls import urlpatterns


def begin(topic, people):
    """An open rating round, an interest, and a meeting under way with a point and an action."""
    now = timezone.now()
    actions.plan_round(
        topic=topic, opens_at=now, closes_at=now + timedelta(days=1), by=people["chair"]
    )
    actions.declare_interest(
        topic=topic,
        kind=InterestKind.INDIRECT,
        description="To be tested.",
        by=people["standing_member"],
    )
    by = {"by": people["chair"]}
    meeting = actions.plan_meeting(topic=topic, kind=MeetingKind.FIRST, starts_at=now, **by)
    actions.open_meeting(meeting=meeting, **by)
    actions.add_point(item=meeting.items.first(), text="To be tested.", **by)
    actions.add_action_point(meeting=meeting, text="Test it.", owner="All", **by)


def words_of_addresses(topic):
    """The words of the committee's addresses."""
    round = topic.rating_rounds.get()
    number = {"number": round.number}
    rounds = [f"committee:{one.name}" for one in urlpatterns if one.name.startswith("rating_")]
    interest = {"pk": topic.declarations.get().pk}
    meeting = topic.meetings.get(kind=MeetingKind.FIRST)
    area = meeting.paper.areas.first()
    of_meeting = ("edit", "detail", "run", "live", "open", "end")
    minutes = {"pk": meeting.pk}
    of_item = ("item_edit", "item_remove", "item_move", "item_start", "item_end", "point_create")
    return {
        **{f"committee:meeting_{name}": {"pk": meeting.pk} for name in of_meeting},
        **{f"committee:{name}": {"pk": meeting.items.first().pk} for name in of_item},
        "committee:area_read": {"pk": area.pk},
        "committee:pack_download": {"format": "pdf"},
        "committee:minutes_detail": minutes,
        "committee:minutes_build": minutes,
        "committee:minutes_download": {**minutes, "format": "pdf"},
        "committee:agenda_order": {"pk": meeting.pk},
        "committee:item_create": {"pk": meeting.pk},
        "committee:presence_record": {"pk": meeting.pk},
        "committee:action_point_create": {"pk": meeting.pk},
        "committee:action_point_edit": {"pk": meeting.action_points.get().pk},
        "committee:point_edit": {"pk": DiscussionPoint.objects.get().pk},
        "committee:decision_create": {"pk": meeting.pk, "area_pk": area.pk},
        **dict.fromkeys([*rounds, "committee:area_order"], number),
        "committee:rating_round_list": {},
        "committee:rating_round_create": {},
        "committee:rating_edit": {**number, "pk": round.rated_areas.first().pk},
        "committee:interest_end": interest,
        "committee:interest_act": interest,
        "committee:interest_download": {"format": "csv"},
    }
