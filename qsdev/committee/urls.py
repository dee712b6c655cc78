"""Addresses of the committee's pages."""

from django.urls import path

from qsdev.committee.views import committee, interests, rating, results, rounds

app_name = "committee"
COMMITTEE = "topics/<slug:slug>/committee/"
INTERESTS = f"{COMMITTEE}interests/"
ROUND = f"{COMMITTEE}rounds/<int:number>/"
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
]
