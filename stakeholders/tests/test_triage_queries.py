"""What the workbench costs: the same number of queries however many suggestions there are."""

import pytest

from qsdev.topics.tests.pages import address, count_queries
from stakeholders import actions
from stakeholders.tests.conftest import table

pytestmark = pytest.mark.django_db


def add_suggestions(topic, count, by):
    rows = [["", "iHV", f"Suggestion {number} on children"] for number in range(count)]
    record = actions.start_import(
        topic=topic,
        round=topic.engagement,
        file=table(*rows),
        file_name="more.tsv",
        by=by,
    )
    actions.confirm_import(import_record=record, version=record.version, by=by)


def test_pages_take_as_many_queries_with_30_as_with_3000(demonstration, people, client_as):
    client, by = client_as("analyst"), people["analyst"]
    add_suggestions(demonstration, 30, by)
    workbench = address("stakeholders:suggestion_triage", 51)
    pages = [
        f"{workbench}?state=to_triage",
        f"{workbench}?state=",
        address("stakeholders:suggestion_list"),
    ]
    search = f"{workbench}?state=&words=children"
    few = [count_queries(client, page) for page in pages]
    few_found = count_queries(client, search)
    assert max(*few, few_found) <= 35

    add_suggestions(demonstration, 3_000, by)

    assert [count_queries(client, page) for page in pages] == few
    assert count_queries(client, search) <= few_found + 4  # much that is found is walked
