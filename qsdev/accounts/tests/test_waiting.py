"""Who waits for a lock in vain is told so, and is given back the form that was sent."""

import pytest
from django.db import connection
from django.urls import reverse

from qsdev.accounts.models import User

SENT = {"email": "new.colleague@example.org", "name": "New <b>Colleague</b>", "password": "unshown"}
KEPT = [["email", "new.colleague@example.org"], ["name", "New <b>Colleague</b>"]]
TABLE_LOCK = "BEGIN; LOCK TABLE accounts_user IN EXCLUSIVE MODE"  # others may still read


class Holder:
    """Somebody who holds the accounts, and lets go."""

    def __init__(self):
        self.connection = connection.copy()

    def run(self, statement):
        with self.connection.cursor() as cursor:
            cursor.execute(statement)

    def hold(self):
        self.run("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else TABLE_LOCK)

    def let_go(self):
        self.run("ROLLBACK")


@pytest.fixture
def holder(transactional_db):
    """Holds the accounts for longer than anyone waits."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50" if sqlite else "SET lock_timeout = 50")
    holder = Holder()
    yield holder
    holder.connection.close()
    connection.close()  # whoever opens it next waits as long as the settings say


@pytest.fixture
def signed_in(holder, client, administrator):
    """An administrator's browser."""
    client.force_login(administrator)
    client.get(reverse("accounts:user_list"))
    return client


def test_form_is_given_back_and_can_be_sent_again(signed_in, holder):
    holder.hold()
    page = signed_in.post(reverse("accounts:user_create") + "?from=list", SENT)
    holder.let_go()
    kept = page.context["kept"]
    assert (page.status_code, User.objects.count()) == (503, 1)
    assert kept == {"path": "/accounts/people/new/?from=list", "fields": KEPT, "files": []}
    assert signed_in.post(kept["path"], dict(kept["fields"])).status_code == 302
    assert User.objects.get(email=SENT["email"]).name == SENT["name"]


def test_form_given_back_shows_what_was_written_and_no_password(signed_in, holder):
    holder.hold()
    page = signed_in.post(reverse("accounts:user_create"), SENT)
    assert b"New &lt;b&gt;Colleague&lt;/b&gt;</textarea>" in page.content
    assert b"unshown" not in page.content
    assert b"csrfmiddlewaretoken" in page.content
    assert "no-store" in page["Cache-Control"]


@pytest.mark.urls("qsdev.accounts.tests.urls")
def test_page_that_writes_when_it_is_asked_for_says_to_reload_it(signed_in, holder):
    holder.hold()
    page = signed_in.get("/writes/")
    assert page.status_code == 503
    assert b"Nothing was changed: reload it." in page.content
    assert b"<form" not in page.content.split(b"<main")[1]


@pytest.mark.urls("qsdev.accounts.tests.urls")
def test_any_other_failure_of_the_database_is_a_fault(signed_in):
    signed_in.raise_request_exception = False
    page = signed_in.post("/writes/", {"reason": "Three weeks of work"})
    assert page.status_code == 500
    assert b"Three weeks of work" not in page.content
