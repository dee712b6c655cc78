"""Nobody without an account finds anything that was not published, wherever it is kept.

A word is planted in every text of every row: before publication in all that is never printed,
and afterwards in everything but the published version itself. Then every public address is read.
"""

import io
import json
import re

import pytest
from django.db import connection
from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Concat, Length
from django.urls import reverse
from pypdf import PdfReader

import qsdev.briefing.tests.whole
import qsdev.committee.tests.whole
import qsdev.consultation.tests.whole
import qsdev.publication.tests.whole
import stakeholders.tests.whole
from qsdev.accounts.access import PUBLIC
from qsdev.audit.models import Event
from qsdev.consultation.actions import redact_comment
from qsdev.consultation.builder import comment_table, gather, report, spreadsheet
from qsdev.consultation.models import (
    ChangeOfWording,
    Comment,
    ConsultationQuestion,
    DraftStatement,
    OrganisationResponse,
    Theme,
)
from qsdev.documents.html import write_html
from qsdev.jobs import running
from qsdev.publication.content import public_content
from qsdev.publication.models import (
    STANDARD,
    PublicationPlan,
    PublishedStandard,
    PublishedStatement,
)
from qsdev.publication.tests.material import make_publishable, publish
from qsdev.tests.fixtures_demonstration import our_models
from qsdev.tests.test_names import PAGES, full_name
from qsdev.tests.test_pseudonyms import all_of
from qsdev.topics.models import GlossaryTerm, Topic
from recommendations.models import Guideline, Recommendation
from stakeholders.models import Stakeholder
from statements.models import QualityMeasure, QualityStatement, StatementDefinition

SECRET = "Xylocarp"
#: Models that publication prints as they are; of topic and statements it prints some fields.
PRINTED = {
    GlossaryTerm,
    Guideline,
    PublicationPlan,
    QualityMeasure,
    QualityStatement,
    Recommendation,
    StatementDefinition,
    Topic,
}
#: Models whose texts the consultation's documents print, which appear beside the standard.
SAID = {
    ChangeOfWording,
    Comment,
    ConsultationQuestion,
    DraftStatement,
    Stakeholder,
    Theme,
    Topic,
}
#: What a published version froze, and the history, in which nothing may be changed.
KEPT = {PublishedStandard, PublishedStatement, Event}
PUBLIC_PAGES = [full_name(one) for one in PAGES if one[1].callback.permission == PUBLIC]
NOT_TEXT = re.compile("kind|hash|sha256|token|slug|digest|file$|verb|task")


def is_free_text(field):
    """Whether people write in a field: it is no choice, no key, no hash and no name of a file."""
    plain = type(field) in (CharField, TextField) and not field.choices and not field.unique
    return plain and not NOT_TEXT.search(field.name)


def plant(*, skipped):
    """Add the word to every text that is not empty, but in models that are skipped."""
    planted = 0
    for model in our_models():
        for field in model._meta.local_concrete_fields if model not in skipped else ():
            if is_free_text(field):
                rows = model._base_manager.exclude(**{field.name: ""})
                rows = rows.filter(**{f"{field.name}__isnull": False})
                if field.max_length and connection.vendor == "postgresql":  # which keeps to it
                    room = field.max_length - len(f" {SECRET}")
                    rows = rows.alias(length=Length(field.name)).filter(length__lte=room)
                planted += rows.update(**{field.name: Concat(F(field.name), Value(f" {SECRET}"))})
    return planted


@pytest.fixture
def published(demonstration, people, settings, tmp_path):
    """QS133 with its files, amid rows of every kind that are not public and hold the word."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction
    make_publishable(demonstration, people)
    plant(skipped=PRINTED | KEPT)
    QualityStatement.objects.update(exception_reason=SECRET)
    Topic.objects.update(directorate=SECRET, series=SECRET, output=SECRET)
    demonstration.refresh_from_db()
    standard = publish(demonstration, people)
    build = demonstration.document_builds.about(STANDARD, standard.pk).get()
    running.run(build.job_id)
    for package in (
        qsdev.briefing.tests.whole,
        stakeholders.tests.whole,
        qsdev.committee.tests.whole,
        qsdev.consultation.tests.whole,
    ):
        package.begin(demonstration, people)
    plant(skipped=KEPT)
    return standard


def public_addresses(topic):
    """Every address that needs no sign-in, with the words of this topic's rows."""
    words = qsdev.publication.tests.whole.words_of_addresses(topic)
    words |= qsdev.consultation.tests.whole.words_of_addresses(topic)
    user = {"pk": 1}
    words |= {"accounts:password_set": user | {"token": "no-token"}}
    for name in PUBLIC_PAGES:
        yield reverse(name, kwargs=words.get(name, {}))
    for name, format in (("standard_download", "pdf"), ("standard_download", "html")):
        yield reverse(f"publication:{name}", args=["QS133", format])


def read_all(client, topic):
    """Answers by address: of every public address, and of all to which their links lead."""
    asked, answers = list(public_addresses(topic)), {}
    while asked:
        path = asked.pop()
        if path not in answers:
            answer = answers[path] = client.get(path)
            if not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
                links = re.findall(r'href="(/[^"#?]*)', answer.content.decode())
                asked += [link for link in links if not link.startswith("/static/")]
    return answers


def words_of(answer):
    """All that an answer holds; the words of a PDF file too, which stand in it compressed."""
    body = answer.getvalue() if answer.streaming else answer.content
    if body.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages).encode()
    return all_of(answer)


def test_nobody_finds_what_was_not_published(published, client_as):
    answers = read_all(client_as(None), published.topic)
    held = {path: words_of(answer) for path, answer in answers.items()}
    assert {path for path, words in held.items() if SECRET.encode() in words} == set()
    read = {path for path, answer in answers.items() if answer.status_code == 200}
    assert {"/standards/", "/standards/QS133/", "/standards/QS133/statements/2/"} <= read
    assert b"subject 2 looked at" in held["/standards/QS133/statements/2/"]
    assert b"subject 2 looked at" in held["/standards/QS133/files/pdf/"].replace(b"\n", b" ")


def test_documents_beside_the_standard_hold_only_what_was_said_to_all(demonstration, people):
    round = qsdev.consultation.tests.whole.begin(demonstration, people)
    about = {"comment": demonstration.comments.get(), "by": people["lead"]}
    redact_comment(passage="tested", reason="It names somebody.", **about)
    OrganisationResponse.objects.update(submitted_name="Ada", receipt="R-1")
    assert plant(skipped=SAID | KEPT) > 500
    assert SECRET in OrganisationResponse.objects.get().submitted_name
    material = gather(round)
    documents = [write_html(report(material)), write_html(comment_table(material))]
    for words in (*documents, repr(spreadsheet(material))):
        assert "To be [" in words
        assert "tested" not in words
        assert SECRET not in words


def test_word_is_planted_where_it_could_leak(published):
    topic = Topic.objects.get(pk=published.topic_id)
    assert SECRET in topic.title
    assert SECRET in Stakeholder.objects.first().name
    assert plant(skipped=KEPT) > 500
    would_be_public = json.dumps(public_content(topic))
    assert SECRET in would_be_public
