"""A passage that was redacted is out of reach in the builds and versions made before as well."""

import pytest
from django.urls import reverse

from qsdev.briefing import actions
from qsdev.briefing.checks import check_paper
from qsdev.jobs import running
from stakeholders.actions import redact_passage, write_summary

PASSAGE = "promptly and ahead of the queue"


@pytest.fixture
def build(demonstration, people):
    """A build that holds the passage, issued as version 1."""
    build = actions.ask_for_build(topic=demonstration, by=people["lead"])
    running.run(build.job_id)
    build.refresh_from_db()
    actions.issue_paper(build=build, reason_errors_accepted="To be read.", by=people["lead"])
    return build


@pytest.fixture
def redacted(build, demonstration, people):
    """The same build, once the passage was redacted."""
    suggestion = demonstration.suggestions.get(number=13)
    redact_passage(
        suggestion=suggestion,
        field="key_area",
        passage=PASSAGE,
        reason="To be tested.",
        by=people["lead"],
    )
    return build


def addresses(build):
    """Every address that gives the content of the build or of its version."""
    slug = build.topic.slug
    return [
        reverse("briefing:paper_preview", args=[slug, build.pk]),
        reverse("briefing:paper_download", args=[slug, build.pk, "html"]),
        reverse("briefing:issued_paper_detail", args=[slug, 1]),
        reverse("briefing:issued_paper_download", args=[slug, 1, "html"]),
    ]


def holds_passage(response):
    return PASSAGE in response.getvalue().decode()


def test_passage_is_read_before_it_is_redacted(build, client_as):
    lead = client_as("lead")
    assert all(holds_passage(lead.get(address)) for address in addresses(build))


@pytest.mark.parametrize("key", ["lead", "analyst", "chair", "observer"])
def test_passage_is_out_of_reach_once_it_is_redacted(key, redacted, client_as):
    client = client_as(key)
    assert not any(holds_passage(client.get(address)) for address in addresses(redacted))


def test_paper_page_says_why_a_build_cannot_be_read(redacted, client_as):
    address = reverse("briefing:paper_detail", args=[redacted.topic.slug])
    page = client_as("analyst").get(address).content.decode()
    assert "redacted since, so this build cannot be read" in page
    assert reverse("briefing:paper_preview", args=[redacted.topic.slug, redacted.pk]) not in page


def test_readers_are_told_why_the_version_is_closed(redacted, client_as):
    address = reverse("briefing:issued_paper_detail", args=[redacted.topic.slug, 1])
    assert "cannot be read" in client_as("chair").get(address).content.decode()


def test_next_build_is_open_again_and_holds_the_mark(redacted, demonstration, people, client_as):
    build = actions.ask_for_build(topic=demonstration, by=people["lead"])
    running.run(build.job_id)
    preview = reverse("briefing:paper_preview", args=[demonstration.slug, build.pk])
    page = client_as("analyst").get(preview).content.decode()
    assert PASSAGE not in page
    assert "[redacted]" in page


def test_findings_of_a_build_are_listed_until_it_is_withheld(build, client_as, people):
    address = reverse("briefing:paper_findings", args=[build.topic.slug, build.pk])
    client = client_as("analyst")
    assert "SCM1 has 6 key areas" in client.get(address).content.decode()
    redact_passage(
        suggestion=build.topic.suggestions.get(number=13),
        field="key_area",
        passage=PASSAGE,
        reason="To be tested.",
        by=people["lead"],
    )
    assert client.get(address).status_code == 404


def findings_on_area_pages(topic, client):
    """What the checks found in the newest build, as the pages of the areas list it."""
    pages = [
        client.get(reverse("briefing:area_detail", args=[topic.slug, area.pk]))
        for area in topic.areas.all()
    ]
    return [finding for page in pages for finding in page.context["findings"]]


def test_findings_of_a_withheld_build_stand_on_no_area_page(build, client_as, people):
    client = client_as("analyst")
    assert findings_on_area_pages(build.topic, client)
    redact_passage(
        suggestion=build.topic.suggestions.get(number=13),
        field="key_area",
        passage=PASSAGE,
        reason="To be tested.",
        by=people["lead"],
    )
    assert findings_on_area_pages(build.topic, client) == []


def test_withheld_build_has_no_page_to_issue_it(redacted, client_as):
    address = reverse("briefing:paper_issue", args=[redacted.topic.slug, redacted.pk])
    assert client_as("lead").get(address).status_code == 404


def test_summary_that_repeats_what_was_redacted_is_an_error(demonstration, people):
    summary = demonstration.areas.first().summaries.first()
    write_summary(
        area=summary.area,
        sub_area=summary.sub_area,
        text=f"Children should be seen {PASSAGE} [S13].",
        version=summary.version,
        by=people["analyst"],
    )
    redact_passage(
        suggestion=demonstration.suggestions.get(number=13),
        field="key_area",
        passage=PASSAGE,
        reason="To be tested.",
        by=people["lead"],
    )
    codes = {(one.code, one.level) for one in check_paper(demonstration)}
    assert ("redacted_passage_repeated", "error") in codes
