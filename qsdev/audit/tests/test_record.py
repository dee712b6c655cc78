"""Recording: chained, refused to personal text, safe when many record at once."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from qsdev.accounts.models import User
from qsdev.audit.actions import record
from qsdev.audit.models import FIRST, Chain, Event
from qsdev.audit.verification import verify_history

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    """Someone whose account was opened without a record of it."""
    return User.objects.create(email="a.person@example.org", name="A Person")


def test_first_event_follows_from_nothing_and_second_from_first(person):
    first = record("opened", person, by=person, topic=3)
    second = record("closed", person, by=None, topic=3, areas=[4, 5], reason="late")
    assert (first.sequence, first.previous_hash) == (1, FIRST)
    assert (second.sequence, second.previous_hash) == (2, first.hash)
    assert second.detail == {"areas": [4, 5], "reason": "late"}


def test_each_topic_and_the_site_have_chains_of_their_own(person):
    events = [record("opened", person, by=person, topic=topic) for topic in (3, 4, None, 3)]
    assert [(event.topic_id, event.sequence) for event in events] == [
        (3, 1),
        (4, 1),
        (None, 1),
        (3, 2),
    ]


def test_event_is_found_by_its_subject(person):
    other = User.objects.create(email="b@example.org", name="B")
    event = record("opened", person, by=other)
    record("opened", other, by=other)
    assert list(Event.objects.about(person)) == [event]


@pytest.mark.parametrize(
    ("detail", "error"),
    [("x" * 101, ValueError), ("a\0b", ValueError), (1.5, TypeError), ({"a": [b"x"]}, TypeError)],
)
def test_what_is_neither_id_nor_code_is_refused(person, detail, error):
    with pytest.raises(error):
        record("opened", person, by=person, note=detail)
    assert not Event.objects.exists()


def test_event_vanishes_with_the_change_it_belongs_to(person):
    with transaction.atomic():
        record("opened", person, by=person)
        transaction.set_rollback(True)
    assert not Event.objects.exists()
    assert record("opened", person, by=person).sequence == 1


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_event SET verb = 'invented'", "DELETE FROM audit_event"],
)
def test_database_refuses_to_change_or_delete_an_event(person, statement):
    event = record("opened", person, by=person)
    with pytest.raises(DatabaseError, match="history cannot be changed"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Event.objects.get() == event


@pytest.mark.django_db(transaction=True)
def test_events_recorded_at_once_follow_one_another(person):
    barrier = threading.Barrier(8)

    def record_some():
        barrier.wait()
        for _ in range(10):
            record("opened", person, by=person, topic=3)
        connection.close()

    threads = [threading.Thread(target=record_some) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Chain.objects.get().length == 80
    assert list(Event.objects.order_by("sequence").values_list("sequence", flat=True)) == list(
        range(1, 81)
    )
    assert [verified.problems for verified in verify_history()] == [[]]
