"""Addresses of the committee's pages."""

from django.urls import path

from qsdev.committee.views import (
    committee,
    documents,
    following,
    interests,
    meetings,
    rating,
    reading,
    recording,
    results,
    rounds,
    running,
)

app_name = "committee"
COMMITTEE = "topics/<slug:slug>/committee/"
INTERESTS = f"{COMMITTEE}interests/"
ROUND = f"{COMMITTEE}rounds/<int:number>/"
MEETING = f"{COMMITTEE}meetings/<int:pk>/"
ITEM = f"{COMMITTEE}items/<int:pk>/"
urlpatterns = [
    path(COMMITTEE, committee.committee_detail, name="committee_detail"),
    path(INTERESTS, interests.interest_list, name="interest_list"),
    path(f"{INTERESTS}declare/", interests.interest_declare, name="interest_declare"),
    path(f"{INTERESTS}none/", interests.interest_none, name="interest_none"),
    path(f"{INTERESTS}<int:pk>/end/", interests.interest_end, name="interest_end"),
    path(f"{INTERESTS}<int:pk>/act/", interests.interest_act, name="interest_act"),
    path(f"{INTERESTS}register/", interests.interest_register, name="interest_register"),
    path(
        f"{INTERESTS}register/<slug:format>/", interests.interest_download, name="interest_download"
    ),
    path(f"{COMMITTEE}rounds/", rounds.rating_round_list, name="rating_round_list"),
    path(f"{COMMITTEE}rounds/new/", rounds.rating_round_create, name="rating_round_create"),
    path(ROUND, rounds.rating_round_detail, name="rating_round_detail"),
    path(f"{ROUND}edit/", rounds.rating_round_edit, name="rating_round_edit"),
    path(f"{ROUND}repeat/", rounds.rating_round_repeat, name="rating_round_repeat"),
    path(f"{ROUND}close/", rounds.rating_round_close, name="rating_round_close"),
    path(f"{ROUND}reveal/", rounds.rating_round_reveal, name="rating_round_reveal"),
    path(f"{ROUND}areas/<int:pk>/", rating.rating_edit, name="rating_edit"),
    path(f"{ROUND}results/", results.rating_results, name="rating_results"),
    path(f"{ROUND}order/", results.area_order, name="area_order"),
    path(f"{COMMITTEE}paper/", reading.paper_read, name="paper_read"),
    path(f"{COMMITTEE}paper/news/", reading.paper_news, name="paper_news"),
    path(f"{COMMITTEE}paper/areas/<int:pk>/", reading.area_read, name="area_read"),
    path(f"{COMMITTEE}pack/", documents.pack_detail, name="pack_detail"),
    path(f"{COMMITTEE}pack/build/", documents.pack_build, name="pack_build"),
    path(f"{COMMITTEE}pack/<slug:format>/", documents.pack_download, name="pack_download"),
    path(f"{MEETING}minutes/", documents.minutes_detail, name="minutes_detail"),
    path(f"{MEETING}minutes/build/", documents.minutes_build, name="minutes_build"),
    path(f"{MEETING}minutes/<slug:format>/", documents.minutes_download, name="minutes_download"),
    path(f"{COMMITTEE}meetings/", meetings.meeting_list, name="meeting_list"),
    path(f"{COMMITTEE}meetings/new/", meetings.meeting_create, name="meeting_create"),
    path(MEETING, meetings.meeting_detail, name="meeting_detail"),
    path(f"{MEETING}edit/", meetings.meeting_edit, name="meeting_edit"),
    path(f"{MEETING}order/", meetings.agenda_order, name="agenda_order"),
    path(f"{MEETING}items/new/", meetings.item_create, name="item_create"),
    path(f"{ITEM}edit/", meetings.item_edit, name="item_edit"),
    path(f"{ITEM}remove/", meetings.item_remove, name="item_remove"),
    path(f"{ITEM}move/", meetings.item_move, name="item_move"),
    path(f"{ITEM}start/", running.item_start, name="item_start"),
    path(f"{ITEM}end/", running.item_end, name="item_end"),
    path(f"{ITEM}points/new/", recording.point_create, name="point_create"),
    path(f"{COMMITTEE}points/<int:pk>/", recording.point_edit, name="point_edit"),
    path(f"{MEETING}run/", running.meeting_run, name="meeting_run"),
    path(f"{MEETING}live/", following.meeting_live, name="meeting_live"),
    path(f"{MEETING}open/", running.meeting_open, name="meeting_open"),
    path(f"{MEETING}end/", running.meeting_end, name="meeting_end"),
    path(f"{MEETING}presence/", running.presence_record, name="presence_record"),
    path(f"{MEETING}actions/new/", recording.action_point_create, name="action_point_create"),
    path(f"{COMMITTEE}actions/<int:pk>/", recording.action_point_edit, name="action_point_edit"),
    path(
        f"{MEETING}areas/<int:area_pk>/decide/", recording.decision_create, name="decision_create"
    ),
    path(f"{COMMITTEE}decisions/", recording.decision_list, name="decision_list"),
]
