"""Sign-in: a new session each time, a limit on guesses, an end when it is idle."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from qsdev.accounts.actions import forget_old_traces
from qsdev.accounts.addresses import client_address
from qsdev.accounts.middleware import TOUCHED
from qsdev.tests.fixtures import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls("qsdev.accounts.tests.urls")]

ADDRESS = "/accounts/sign-in/"


def sign_in(client, *, password=PASSWORD, email="A.Person@example.org", page=ADDRESS, **options):
    return client.post(page, {"email": email, "password": password}, **options)


def test_sign_in_goes_on_to_the_page_that_was_asked_for(client, person):
    response = sign_in(client, page=f"{ADDRESS}?next=/personal/")
    assert (response.status_code, response.url) == (302, "/personal/")
    assert client.get("/personal/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:x"])
def test_sign_in_never_leads_to_another_site(client, person, elsewhere):
    response = sign_in(client, page=f"{ADDRESS}?next={elsewhere}")
    assert (response.status_code, response.url) == (302, "/")


def test_wrong_password_and_unknown_address_get_the_same_answer(client, person):
    wrong = sign_in(client, password="wrong")
    unknown = sign_in(client, email="b.person@example.org")
    assert [response.status_code for response in (wrong, unknown)] == [422, 422]
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_password_is_not_printed_back(client, person):
    assert b"wrong-password" not in sign_in(client, password="wrong-password").content


def test_sign_in_changes_the_session_key(client, person):
    client.cookies[settings.SESSION_COOKIE_NAME] = "planted-by-somebody-else-1234567"
    sign_in(client)
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert first != "planted-by-somebody-else-1234567"
    client.post(reverse("accounts:sign_out"))
    sign_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first


def test_sign_out_needs_a_post_and_ends_the_session(client, person):
    sign_in(client)
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert client.get("/personal/").status_code == 200
    client.post(reverse("accounts:sign_out"))
    assert client.get("/personal/").status_code == 302


def test_fifth_failure_locks_the_address_out_even_with_the_right_password(client, person):
    statuses = [sign_in(client, password="wrong").status_code for _ in range(5)]
    assert statuses == [422, 422, 422, 422, 429]
    assert sign_in(client).status_code == 429
    assert client.get("/personal/").status_code == 302


def test_lock_holds_for_one_person_at_one_address_alone(client, person, administrator):
    for _ in range(5):
        sign_in(client, password="wrong")
    assert sign_in(client, email=administrator.email).status_code == 302
    client.post(reverse("accounts:sign_out"))
    assert sign_in(client, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_lock_ends_after_a_quarter_of_an_hour():
    assert (settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME.total_seconds()) == (5, 900)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9, 192.0.2.1", "192.0.2.1"),
        (2, "203.0.113.9, 192.0.2.1, 192.0.2.2", "192.0.2.1"),
        (2, "192.0.2.2", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, ", 192.0.2.1", "192.0.2.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, proxies, forwarded, address):
    request = rf.get("/", headers={"X-Forwarded-For": forwarded})
    with override_settings(PROXIES=proxies):
        assert client_address(request) == address


def test_session_moves_on_with_use_and_ends_when_idle(client, person):
    sign_in(client)
    client.get("/personal/")
    session = client.session
    session[TOUCHED] -= 61
    session.save()
    response = client.get("/personal/")
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 3600
    assert settings.SESSION_COOKIE_NAME not in client.get("/personal/").cookies


def test_old_traces_are_forgotten_and_new_ones_are_not(client, person):
    for address in ("192.0.2.7", "192.0.2.8"):
        sign_in(client, password="wrong", REMOTE_ADDR=address)
    old = AccessAttempt.objects.filter(ip_address="192.0.2.7")
    old.update(attempt_time=timezone.now() - timedelta(days=31))
    sign_in(client)
    Session.objects.create(session_key="ended", expire_date=timezone.now() - timedelta(seconds=1))
    forget_old_traces()
    assert [attempt.ip_address for attempt in AccessAttempt.objects.all()] == ["192.0.2.8"]
    assert [session.session_key for session in Session.objects.all()] == [
        client.session.session_key
    ]
