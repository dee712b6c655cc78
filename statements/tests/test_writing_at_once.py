"""Eight people write one statement: every saved text is a version, and no update is lost."""

import pytest

from qsdev.errors import EditCollision
from stakeholders.tests.test_triage_at_once import at_once
from statements import actions
from statements.models import QualityStatement, StatementVersion

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS, WRITERS = 10, 8


class Writer:
    """Adds a line of its own to the statement, round after round, from what it has read."""

    def __init__(self, statement, number, person):
        self.statement, self.number, self.person = statement, number, person
        self.written = self.told = 0

    def write(self):
        while self.written < ROUNDS:
            seen = QualityStatement.objects.get(pk=self.statement.pk)
            line = f"{self.number}.{self.written}"
            try:
                actions.write_statement(
                    statement=seen,
                    version=seen.version,
                    by=self.person,
                    reason=line,
                    rationale=f"{seen.rationale}\n{line}",
                )
                self.written += 1
            except EditCollision:
                self.told += 1
        return self.written


def test_eight_writers_lose_no_line_and_every_version_is_kept(drafted, people):
    writers = [Writer(drafted, number, people["analyst"]) for number in range(WRITERS)]

    assert at_once([one.write for one in writers]) == [ROUNDS] * WRITERS
    drafted.refresh_from_db()
    lines = drafted.rationale.split()
    assert sorted(lines) == sorted(f"{n}.{r}" for n in range(WRITERS) for r in range(ROUNDS))
    versions = StatementVersion.objects.filter(statement=drafted).order_by("number")
    assert [one.number for one in versions] == list(range(1, WRITERS * ROUNDS + 2))
    assert [one.reason for one in versions][1:] == lines


def test_statements_drafted_at_once_each_have_a_number_of_their_own(drafted, people):
    topic, area = drafted.topic, drafted.area

    def draft_one():
        made = actions.draft_statement(
            topic=topic, area=area, short_title="At once", by=people["analyst"]
        )
        return made.number

    assert sorted(at_once([draft_one] * WRITERS)) == list(range(2, WRITERS + 2))
    positions = topic.statements.order_by("position").values_list("position", flat=True)
    assert list(positions) == list(range(1, WRITERS + 2))
