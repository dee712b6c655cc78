"""The consultation's documents appear beside the standard, as issued, unless they are withheld."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from qsdev.builds.models import DocumentFile
from qsdev.consultation.actions.reports import withdraw_report
from qsdev.consultation.models import CommentRedaction
from qsdev.consultation.tests import whole
from qsdev.publication.content import public_content
from qsdev.publication.models import PublishedStandard
from qsdev.publication.tests.whole import begin


@pytest.fixture
def standard(demonstration, people):
    """QS133 beside version 1 of the report on its consultation, with a few bytes for each file."""
    whole.begin(demonstration, people)
    report = demonstration.consultation_reports.get()
    for build in (report.report, report.table):
        file = DocumentFile(build=build, format="html", sha256="0", size=5)
        file.file.save(f"{build.pk}.html", ContentFile(b"words"))
    begin(demonstration, people)
    PublishedStandard.objects.update(consultation_report=report)
    return PublishedStandard.objects.get()


def status(client, document="report"):
    address = reverse("publication:consultation_download", args=["QS133", document, "html"])
    answer = client.get(address)
    assert not answer.streaming or b"".join(answer.streaming_content) == b"words"
    return answer.status_code


def test_documents_are_fetched_by_everyone(standard, client_as):
    assert public_content(standard.topic)["consultation_report"] == 1
    assert [status(client_as(None), one) for one in ("report", "table", "draft")] == [200, 200, 404]
    page = client_as(None).get(reverse("publication:standard_detail", args=["QS133"]))
    assert "How it was developed" in page.content.decode()


def test_withdrawn_report_is_gone_from_the_public(standard, people, client_as):
    withdraw_report(report=standard.consultation_report, reason="Wrong.", by=people["lead"])
    assert status(client_as(None)) == 404
    page = client_as(None).get(reverse("publication:standard_detail", args=["QS133"]))
    assert "How it was developed" not in page.content.decode()


def test_words_redacted_since_are_withheld(standard, people, client_as):
    CommentRedaction.objects.create(
        comment=standard.topic.comments.get(),
        reason="Private.",
        made_by=people["lead"],
        made_at=timezone.now(),
    )
    assert [status(client_as(None), one) for one in ("report", "table")] == [404, 404]
