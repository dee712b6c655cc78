"""A form sent after the session had ended comes back to the person who wrote it, and no other."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.accounts.kept_forms import KEY
from qsdev.tests.fixtures import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("qsdev.accounts.tests.urls")]

KEPT = "/accounts/kept-form/"
TYPED = {"reason": "Three weeks of work", "area": ["1", "2"], "password": "not-to-be-kept"}


def sign_in(client, user):
    page = reverse("accounts:sign_in") + f"?next={KEPT}"
    return client.post(page, {"email": user.email, "password": PASSWORD}, follow=True)


def sent_too_late(client, user):
    """A browser in which the person worked, whose session ended before the form was sent."""
    sign_in(client, user)
    client.get("/personal/")
    client.session.delete()
    return client.post("/personal/?page=2", TYPED)


def test_form_comes_back_after_sign_in(client, person):
    response = sent_too_late(client, person)
    assert response.url == "/accounts/sign-in/?next=%2Faccounts%2Fkept-form%2F"
    page = sign_in(client, person)
    assert page.context["kept"]["path"] == "/personal/?page=2"
    assert page.context["kept"]["fields"] == [
        ["reason", "Three weeks of work"],
        ["area", "1"],
        ["area", "2"],
    ]
    assert b"Three weeks of work" in page.content


def test_password_is_never_kept(client, person):
    sent_too_late(client, person)
    assert b"not-to-be-kept" not in sign_in(client, person).content


def test_kept_form_is_forgotten_once_sent_again(client, person):
    sent_too_late(client, person)
    sign_in(client, person)
    client.post("/personal/?page=2", {"reason": "Three weeks of work"})
    assert KEY not in client.session
    assert client.get(KEPT).status_code == 302


def test_kept_form_can_be_thrown_away(client, person):
    sent_too_late(client, person)
    sign_in(client, person)
    client.post(KEPT)
    assert KEY not in client.session


def test_kept_form_is_not_shown_to_the_next_person_at_the_machine(client, person, administrator):
    sent_too_late(client, person)
    page = sign_in(client, administrator)
    assert b"Three weeks of work" not in page.content
    assert KEY not in client.session


def test_kept_form_is_shown_for_an_hour(client, person):
    sent_too_late(client, person)
    sign_in(client, person)
    session = client.session
    session[KEY] = {**session[KEY], "at": int(time.time()) - 3601}
    session.save()
    assert client.get(KEPT).status_code == 302


def test_nothing_is_kept_for_a_browser_in_which_nobody_worked(client, person):
    response = client.post("/personal/", TYPED)
    assert response.url == "/accounts/sign-in/?next=%2F"
    assert not client.session.keys()


def test_nothing_is_kept_once_the_person_signed_out(client, person):
    sign_in(client, person)
    client.get("/personal/")
    client.post(reverse("accounts:sign_out"))
    client.post("/personal/", TYPED)
    assert not client.session.keys()


def test_form_from_another_site_is_not_kept(person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    client.get("/personal/")
    client.session.delete()
    assert client.post("/personal/", TYPED).status_code == 403
    assert not client.session.keys()
