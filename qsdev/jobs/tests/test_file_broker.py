"""The broker in files: a message is whole or not there, and what is broken stops nobody."""

from queue import Empty

import pytest

from qsdev.celery import app
from qsdev.jobs import file_broker
from qsdev.settings import broker_options


@pytest.fixture
def broker(tmp_path):
    """A connection to a broker in folders of its own."""
    options = broker_options("filesystem://localhost") | {
        "data_folder_in": str(tmp_path / "queue"),
        "data_folder_out": str(tmp_path / "queue"),
        "control_folder": str(tmp_path / "control"),
    }
    for folder in ("queue", "control"):
        (tmp_path / folder).mkdir()
    with app.connection_for_write("filesystem://localhost") as connection:
        connection.transport_options = options
        yield connection


@pytest.fixture
def name(tmp_path):
    """A queue that no other test has bound: Kombu remembers bindings as long as it runs."""
    return tmp_path.name


def said(queue):
    message = queue.get(block=False)
    message.ack()
    return message.payload


def test_messages_come_once_each_and_leave_no_file(broker, name, tmp_path):
    assert isinstance(broker.transport, file_broker.Transport)
    queue = broker.SimpleQueue(name)
    for number in (1, 2):
        queue.put({"job": number})

    assert sorted(said(queue)["job"] for _ in range(2)) == [1, 2]
    with pytest.raises(Empty):
        queue.get(block=False)
    assert list((tmp_path / "queue").iterdir()) == []


@pytest.mark.parametrize("written", ["", '{"body": "e30'])
def test_message_cut_short_is_passed_over(broker, name, tmp_path, written):
    queue = broker.SimpleQueue(name)
    (tmp_path / f"queue/0_cut-short.{name}.msg").write_text(written)
    queue.put({"job": 1})

    assert said(queue) == {"job": 1}
    assert list((tmp_path / "queue").iterdir()) == []


@pytest.mark.parametrize("written", ["", '[["documents", "", "docu'])
def test_list_of_queues_cut_short_is_begun_anew(broker, name, tmp_path, written):
    (tmp_path / f"control/{name}.exchange").write_text(written)
    queue = broker.SimpleQueue(name)
    queue.put({"job": 1})

    assert said(queue) == {"job": 1}
