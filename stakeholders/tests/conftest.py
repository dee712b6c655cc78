"""A topic with its register, as far as imports need them, built by the actions."""

from datetime import datetime

import pytest
from django.utils import timezone

from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import Role
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import RoundKind
from stakeholders import actions

ORGANISATIONS = (
    ("Parent Infant Partnership UK", "PIP UK"),
    ("Middlesex University", "MU"),
    ("CoramBAAF Adoption and Fostering Academy and Coram Adoption Services", "CBAAF"),
    ("Royal College of Psychiatrists", "RCPsych"),
    ("Institute of Health Visiting", "iHV"),
    ("Chroma (Therapies) Ltd", "Chroma"),
    ("The Association for Dance Movement Psychotherapy UK", "ADMP UK"),
)
HEADER = (
    "ID",
    "Stakeholder",
    "Suggested key area for quality improvement",
    "Why is this important?",
    "Why is this a key area for quality improvement?",
    "Supporting information",
)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Uploads of a test are kept in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def analyst(db):
    return create_user(email="analyst@example.org", name="Priya Shah", by=None)


@pytest.fixture
def topic(administrator, analyst):
    topic = topic_actions.create_topic(
        slug="childrens-attachment", title="Children’s attachment", by=administrator
    )
    topic_actions.give_role(topic=topic, user=analyst, role=Role.ANALYST, by=administrator)
    topic_actions.open_round(
        topic=topic,
        kind=RoundKind.ENGAGEMENT,
        opens_at=timezone.make_aware(datetime(2016, 1, 15)),
        closes_at=timezone.make_aware(datetime(2016, 1, 29)),
        by=analyst,
    )
    return topic


@pytest.fixture
def register(topic, analyst):
    """The organisations of the real paper, and four specialist committee members."""
    for name, abbreviation in ORGANISATIONS:
        actions.add_stakeholder(name=name, abbreviation=abbreviation, by=analyst)
    actions.add_specialist_members(topic=topic, count=4, by=analyst)


def table(*rows, header=HEADER):
    """A table as bytes of a tab-separated file; rows are padded to the header's length."""
    padded = [[*map(str, row), *[""] * (len(header) - len(row))] for row in [header, *rows]]
    return "\n".join("\t".join(row) for row in padded).encode()


@pytest.fixture
def start(topic, register, analyst):
    """Starts an import of rows, or of a file's bytes."""

    def start_import(*rows, file=None, file_name="table.tsv", **options):
        return actions.start_import(
            topic=topic,
            round=topic.engagement,
            file=file if file is not None else table(*rows),
            file_name=file_name,
            by=analyst,
            **options,
        )

    return start_import


@pytest.fixture
def confirm(start, analyst):
    """Starts and confirms an import of rows."""

    def confirmed(*rows, **options):
        import_record = start(*rows, **options)
        return actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )

    return confirmed


def codes(import_record):
    """The codes found in each row that has any, by its position."""
    rows = import_record.rows.exclude(findings=[])
    return {row.position: [found["code"] for found in row.findings] for row in rows}
