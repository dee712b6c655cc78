"""Accounts: opened by an administrator, given a password by a link that works once."""

from logging import WARNING, LogRecord

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from qsdev.accounts import actions
from qsdev.accounts.models import User
from qsdev.audit.logs import WithoutValues
from qsdev.audit.models import Event
from qsdev.errors import RuleBroken
from qsdev.tests.fixtures import PASSWORD

pytestmark = pytest.mark.django_db

NEW = "heron-copper-lattice"


def link_for(client, user):
    return client.post(reverse("accounts:user_link", args=[user.pk])).context["link"]


def set_password(address, password=NEW, again=NEW):
    return Client().post(address, {"new_password": password, "new_password_again": again})


def test_administrator_opens_an_account_and_passes_a_link_on(client, administrator):
    client.force_login(administrator)
    response = client.post(
        reverse("accounts:user_create"), {"name": "B Person", "email": "B.Person@example.org"}
    )
    user = User.objects.get(email="b.person@example.org")
    assert response.url == reverse("accounts:user_link", args=[user.pk])
    assert not user.has_chosen_password
    assert set_password(link_for(client, user)).url == reverse("accounts:sign_in")
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_link_works_once(client, administrator, person):
    client.force_login(administrator)
    address = link_for(client, person)
    assert set_password(address).status_code == 302
    assert set_password(address).status_code == 410


def test_link_of_a_closed_account_does_not_work(client, administrator, person):
    client.force_login(administrator)
    address = link_for(client, person)
    actions.deactivate_user(user=person, by=administrator)
    assert set_password(address).status_code == 410


def test_making_a_link_is_recorded_without_it(client, administrator, person):
    client.force_login(administrator)
    link_for(client, person)
    event = Event.objects.filter(verb="made_password_link").get()
    assert (event.actor_id, event.subject_id, event.detail) == (
        administrator.pk,
        str(person.pk),
        {},
    )


@pytest.mark.parametrize(
    ("password", "again"), [("short", "short"), (NEW, "other"), ("a.person@example.org",) * 2]
)
def test_bad_password_is_refused_and_the_link_still_works(
    client, administrator, person, password, again
):
    client.force_login(administrator)
    address = link_for(client, person)
    assert set_password(address, password, again).status_code == 422
    assert set_password(address).status_code == 302


def test_second_account_with_the_same_address_is_refused(person):
    with pytest.raises(RuleBroken, match="already"):
        actions.create_user(email=person.email.upper(), name="Another", by=person)
    assert User.objects.count() == 1


def test_password_is_changed_by_whoever_knows_the_present_one(client, person):
    client.force_login(person)
    elsewhere = Client()
    elsewhere.force_login(person)
    address = reverse("accounts:password_change")
    form = {"present_password": "wrong", "new_password": NEW, "new_password_again": NEW}
    assert client.post(address, form).status_code == 422
    assert client.post(address, form | {"present_password": PASSWORD}).status_code == 302
    assert client.get(address).status_code == 200
    assert elsewhere.get(address).status_code == 302


def test_account_is_closed_and_opened_again(client, administrator, person):
    client.force_login(administrator)
    client.post(reverse("accounts:user_deactivate", args=[person.pk]))
    assert not User.objects.active().filter(pk=person.pk).exists()
    client.post(reverse("accounts:user_reactivate", args=[person.pk]))
    assert User.objects.active().filter(pk=person.pk).exists()


def test_session_that_a_closing_ended_stays_ended_when_the_account_opens_again(
    client, administrator, person
):
    client.force_login(person)
    actions.deactivate_user(user=person, by=administrator)
    actions.reactivate_user(user=person, by=administrator)
    assert client.get(reverse("accounts:password_change")).status_code == 302


def test_closing_an_account_leaves_the_sessions_of_others(client, administrator, person):
    client.force_login(administrator)
    actions.deactivate_user(user=person, by=administrator)
    assert client.get(reverse("accounts:user_list")).status_code == 200


def test_link_in_an_address_is_kept_out_of_the_log(administrator, person):
    token = actions.make_password_token(user=person, by=administrator)
    address = reverse("accounts:password_set", args=[person.pk, token])
    written = LogRecord("django", WARNING, "", 0, "Forbidden: %s", (address,), None)
    log = WithoutValues("{message}", style="{").format(written)
    assert log == f"Forbidden: /accounts/password/{person.pk}/…"


def test_nobody_closes_their_own_account(client, administrator):
    client.force_login(administrator)
    client.post(reverse("accounts:user_deactivate", args=[administrator.pk]))
    assert User.objects.get(pk=administrator.pk).is_active


@pytest.mark.parametrize("name", ["user_list", "user_create"])
def test_accounts_are_kept_by_administrators_alone(client, person, name):
    client.force_login(person)
    assert client.get(reverse(f"accounts:{name}")).status_code == 403
    assert client.post(reverse(f"accounts:{name}")).status_code in (403, 405)


def test_list_asks_the_same_questions_for_1_and_30_people(
    client, administrator, django_assert_num_queries
):
    client.force_login(administrator)
    client.get(reverse("accounts:user_list"))
    with django_assert_num_queries(4):
        client.get(reverse("accounts:user_list"))
    for number in range(30):
        actions.create_user(email=f"{number}@example.org", name=f"Person {number}", by=None)
    with django_assert_num_queries(4):
        assert len(client.get(reverse("accounts:user_list")).context["page"]) == 31


def test_command_opens_the_first_account(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Typed(f"{NEW}\n"))
    call_command("create_user", "C.Person@example.org", "C Person", "--administrator")
    user = User.objects.get(email="c.person@example.org")
    assert (user.is_administrator, user.check_password(NEW)) == (True, True)
    monkeypatch.setattr("sys.stdin", Typed(f"{NEW}\n"))
    with pytest.raises(CommandError, match="already"):
        call_command("create_user", "c.person@example.org", "C Person")


class Typed(list):
    """A terminal that nobody sits at, with one line in it."""

    def __init__(self, line):
        super().__init__([line])

    def isatty(self):
        return False

    def readline(self):
        return self.pop()
