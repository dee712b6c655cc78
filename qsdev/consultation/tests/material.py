"""What the tests of the consultation share: organisations, draft statements, tables."""

from stakeholders.models import Stakeholder
from statements.content import content_of
from statements.models import QualityStatement, StatementVersion

FIVE = """Organisation,Statement,Comment
{0},Statement 1,The denominator counts too many children.
{0},2,We welcome this statement.
{1},Statement 1: rationale,Say who is to assess.
{1},Question 2,Data on this is not collected anywhere.
{2},General,The draft is clear.
"""


def organisations(count=3):
    """The names of the first organisations in the register."""
    names = Stakeholder.objects.organisations().order_by("name").values_list("name", flat=True)
    return list(names[:count])


def five_comments():
    """A table of five comments by three organisations, one of them on a question."""
    return FIVE.format(*organisations())


def draft_statements(topic, by):
    """Four statements on the topic's first area, each in its first version."""
    for number in (1, 2, 3, 4):
        statement = QualityStatement.objects.create(
            topic=topic,
            number=number,
            position=number,
            area=topic.areas.first(),
            short_title=f"Subject {number}",
            statement=f"Children in care have subject {number} looked at.",
        )
        keep_version(statement, by)


def keep_version(statement, by):
    """A further version of a statement, as it is now."""
    number = statement.versions.count() + 1
    content = content_of(statement)
    return StatementVersion.objects.create(
        statement=statement, number=number, content=content, changed_by=by
    )


def new_version(topic, number, text, by):
    """A later version of a statement, with other words."""
    statement = topic.statements.get(number=number)
    statement.statement = text
    statement.save(update_fields=["statement"])
    return keep_version(statement, by)
