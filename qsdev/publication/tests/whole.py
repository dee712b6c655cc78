"""A published standard, so that each address of publication leads somewhere."""

from qsdev.publication import actions
from qsdev.publication.content import hash_of, public_content
from qsdev.publication.models import PublishedStandard, PublishedStatement
from statements.models import StatementVersion


def begin(topic, people):
    """The statements as they are, finished or not, published as QS133."""
    actions.write_plan(topic=topic, reference="QS133", about="Children.", by=people["analyst"])
    content = public_content(topic)
    standard = PublishedStandard.objects.create(
        topic=topic,
        reference=content["reference"],
        version=1,
        title=content["title"],
        content=content,
        content_hash=hash_of(content),
        note="First publication.",
        published_by=people["lead"],
    )
    PublishedStatement.objects.bulk_create(
        PublishedStatement(
            standard=standard,
            statement_version=version,
            number=version.statement.number,
            position=position,
            title=version.title,
            text=version.text,
        )
        for position, version in enumerate(StatementVersion.objects.standing_in(topic), start=1)
    )


def words_of_addresses(topic):
    """What stands in the addresses of publication beside the topic's own slug."""
    standard = topic.published_standards.first()
    of = {"reference": standard.reference}
    number = standard.statements.first().number
    version = {"version": standard.version}
    words = {
        "preview_download": {"format": "docx"},
        "files_build": version,
        "standard_withdraw": version,
        **{f"standard_{name}": of for name in ("detail", "json", "whole", "versions")},
        "standard_version_detail": of | version,
        "standard_download": of | {"format": "docx"},
        "consultation_download": of | {"document": "report", "format": "docx"},
        "published_statement_detail": of | {"number": number},
    }
    return {f"publication:{name}": said for name, said in words.items()}
