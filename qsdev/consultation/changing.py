"""What became of the statements: how their wording changed since the draft."""

from dataclasses import dataclass

from qsdev.consultation.models import ChangeOfWording
from statements.models import StatementVersion
from statements.redline import redline


def versions_after(round):
    """Versions of the topic's statements that came after what the round consulted on."""
    draft = getattr(round, "consultation_draft", None)
    consulted = {}
    if draft:
        issued = draft.statements.select_related("statement_version")
        consulted = {
            one.statement_version.statement_id: one.statement_version.number for one in issued
        }
    versions = StatementVersion.objects.filter(statement__topic=round.topic_id)
    versions = versions.select_related("statement").order_by("statement__number", "number")
    return [one for one in versions if one.number > consulted.get(one.statement_id, 0)]


@dataclass(frozen=True)
class Step:
    """A version after the draft: its redline against the one before, and the changes linked."""

    version: StatementVersion
    parts: list
    changes: list


def changes_since(draft_statement):
    """The versions of a statement that came after it was put to consultation, in order."""
    before = draft_statement.statement_version
    later = list(before.statement.versions.filter(number__gt=before.number).order_by("number"))
    linked = ChangeOfWording.objects.filter(statement_version__in=later)
    linked = list(linked.select_related("comment", "theme"))
    steps = []
    for version in later:
        changes = [one for one in linked if one.statement_version_id == version.pk]
        steps.append(Step(version, redline(before.content, version.content), changes))
        before = version
    return steps
