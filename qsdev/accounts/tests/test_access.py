"""Who may: sign-in first, a mark on every view, refusal of what carries none."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from django.urls import reverse

from qsdev.accounts.roles import ADMINISTRATOR, PERMISSIONS, Role, may

pytestmark = [pytest.mark.django_db, pytest.mark.urls("qsdev.accounts.tests.urls")]


def test_anyone_may_see_a_public_page(client):
    assert client.get("/public/").content == b"public"


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(client):
    response = client.get("/personal/?area=2")
    assert (response.status_code, response.url) == (
        302,
        "/accounts/sign-in/?next=%2Fpersonal%2F%3Farea%3D2",
    )


def test_part_of_a_page_sends_the_whole_page_to_sign_in(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/topics/?page=2"}
    response = client.get("/personal/", headers=headers)
    assert response.headers["HX-Redirect"] == "/accounts/sign-in/?next=%2Ftopics%2F%3Fpage%3D2"
    assert response.content == b""


def test_signed_in_page_is_shown_to_everyone_with_an_account(client, person):
    client.force_login(person)
    assert client.get("/personal/").content == b"personal"


def test_site_page_is_shown_to_administrators_alone(client, person, administrator):
    client.force_login(person)
    assert client.get("/administrators-only/").status_code == 403
    client.force_login(administrator)
    assert client.get("/administrators-only/").content == b"administrators only"


@pytest.mark.parametrize("path", ["/unmarked/", "/misspelt/"])
def test_page_without_a_known_permission_is_a_bug_in_tests(client, administrator, path):
    client.force_login(administrator)
    with pytest.raises(ImproperlyConfigured, match="has no permission"):
        client.get(path)


@override_settings(UNMARKED_VIEW_IS_A_BUG=False)
@pytest.mark.parametrize("path", ["/unmarked/", "/misspelt/"])
def test_page_without_a_known_permission_is_refused_to_all(client, administrator, path):
    assert client.get(path).status_code == 403
    client.force_login(administrator)
    assert client.get(path).status_code == 403


def test_closed_account_is_signed_out_at_once(client, person):
    client.force_login(person)
    person.is_active = False
    person.save()
    assert client.get("/personal/").status_code == 302


def test_pages_are_never_stored(client, person):
    for response in (client.get("/public/"), client.get(reverse("accounts:sign_in"))):
        assert "no-store" in response.headers["Cache-Control"]
    client.force_login(person)
    assert "no-store" in client.get("/personal/").headers["Cache-Control"]


def test_policy_allows_our_own_files_and_nothing_inline(client):
    policy = client.get("/public/").headers["Content-Security-Policy"]
    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    ]


def test_every_permission_belongs_to_known_roles():
    assert {str(role) for roles in PERMISSIONS.values() for role in roles} <= {
        *Role.values,
        ADMINISTRATOR,
    }


def test_role_in_a_topic_gives_no_right_to_the_whole_site(person, administrator):
    assert not may("accounts.view_users", user=person, roles=Role.values)
    assert may("accounts.view_users", user=administrator)
