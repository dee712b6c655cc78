"""The command that verifies the history finds whatever was changed behind its back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from qsdev.accounts.models import User
from qsdev.audit.actions import record
from qsdev.audit.guards import put_guards, take_guards_away
from qsdev.audit.models import Event

pytestmark = pytest.mark.django_db

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="there it is no text")
COLUMNS = [field.column for field in Event._meta.fields]


@pytest.fixture
def history():
    """Five events of topic 3, in a database whose guards somebody took away."""
    person = User.objects.create(email="a.person@example.org", name="A Person")
    events = [
        record("filed", person, by=person, topic=3, area=number, kind="main") for number in range(5)
    ]
    take_guards_away()
    if connection.vendor == "sqlite":
        execute("PRAGMA ignore_check_constraints = ON")
    yield events
    if connection.vendor == "sqlite":
        execute("PRAGMA ignore_check_constraints = OFF")
    put_guards()


def verify():
    output = StringIO()
    call_command("verify_history", stdout=output)
    return output.getvalue()


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_untouched_history_is_whole(history):
    assert verify() == f"topic 3: 5 events, last {history[-1].hash}\nThe history is whole.\n"


def change(event, column, place):
    """Put the next letter of the alphabet at a place of a column, as somebody might by hand."""
    with connection.cursor() as cursor:
        where = "FROM audit_event WHERE hash = %s"
        cursor.execute(f"SELECT CAST({column} AS text) {where}", [event.hash])
        text = cursor.fetchone()[0]
    place %= len(text)
    letter = "1" if text[place] == "9" else chr(ord(text[place]) + 1)
    changed = text[:place] + letter + text[place + 1 :]
    execute(f"UPDATE audit_event SET {column} = %s WHERE hash = %s", changed, event.hash)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_column_is_found(history, column):
    place = 2 if column == "detail" else -1
    change(history[-1], column, place)
    with pytest.raises(CommandError, match="topic 3"):
        verify()


@on_sqlite
@pytest.mark.parametrize("column", ["at", "detail"])
def test_each_changed_byte_of_what_sqlite_keeps_as_text_is_found(history, column):
    length = {"at": 26, "detail": len('{"area": 2, "kind": "main"}')}[column]
    found = 0
    for place in range(length):
        savepoint = transaction.savepoint()
        change(history[2], column, place)
        with pytest.raises(CommandError, match="topic 3, event 3"):
            verify()
        found += 1
        transaction.savepoint_rollback(savepoint)
    assert found == length


@pytest.mark.parametrize("taken", [0, 2, 4])
def test_a_missing_event_is_found(history, taken):
    execute("DELETE FROM audit_event WHERE hash = %s", history[taken].hash)
    with pytest.raises(CommandError, match="topic 3"):
        verify()


def test_an_event_rewritten_with_a_right_hash_is_found_by_the_next(history):
    event = history[2]
    event.verb = "invented"
    execute(
        "UPDATE audit_event SET verb = %s, hash = %s WHERE hash = %s",
        event.verb,
        event.fingerprint,
        event.hash,
    )
    with pytest.raises(CommandError, match="event 4: it does not follow"):
        verify()
