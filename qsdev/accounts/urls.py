"""Addresses of sign-in and of the accounts."""

from django.urls import path

from qsdev.accounts import views

app_name = "accounts"

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("kept-form/", views.kept_form, name="kept_form"),
    path("password/", views.password_change, name="password_change"),
    path("password/<int:pk>/<str:token>/", views.password_set, name="password_set"),
    path("preferences/", views.preference_change, name="preference_change"),
    path("people/", views.user_list, name="user_list"),
    path("people/new/", views.user_create, name="user_create"),
    path("people/<int:pk>/link/", views.user_link, name="user_link"),
    path("people/<int:pk>/close/", views.user_deactivate, name="user_deactivate"),
    path("people/<int:pk>/open/", views.user_reactivate, name="user_reactivate"),
]
