"""The paper's pages: build, follow, read, fetch, issue, withdraw."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from qsdev.briefing import actions
from qsdev.briefing.checks import Finding
from qsdev.briefing.models import BriefingPaper, PaperBuild
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from qsdev.topics.actions import change_area
from stakeholders.actions import unfile_suggestion

SLUG = "childrens-attachment"


def address(name, *arguments):
    """The address of one of the paper's pages; the topic's own page belongs to the last package."""
    package = "home" if name == "topic_detail" else "briefing"
    return reverse(f"{package}:{name}", args=[SLUG, *arguments])


def text_of(answer):
    """The words of a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_page_before_the_first_build_teaches(client_as):
    answer = client_as("analyst").get(address("paper_detail"))
    assert "The paper has not been built yet" in text_of(answer)
    assert "Build the paper" in text_of(answer)


def test_button_asks_for_a_build_and_the_page_follows_it(client_as):
    client = client_as("analyst")
    answer = client.post(address("paper_build"), follow=True)
    build = PaperBuild.objects.get()
    assert build.job.is_queued
    assert "Being built" in text_of(answer)
    assert f'hx-get="{address("paper_progress", build.pk)}"' in answer.content.decode()
    assert "Build it again" not in text_of(answer)


def test_second_request_is_refused_plainly(client_as, asked):
    answer = client_as("lead").post(address("paper_build"), follow=True)
    assert "being built already" in text_of(answer)
    assert PaperBuild.objects.count() == 1


def test_progress_is_a_fragment_for_htmx_and_a_page_without(client_as, asked):
    client = client_as("analyst")
    job = jobs.claim(job_id=asked.job_id)
    jobs.beat(token=job.token, progress=40, message="Making the pdf")
    htmx = {"HX-Request": "true", "HX-Target": "job"}
    fragment = client.get(address("paper_progress", asked.pk), headers=htmx)
    assert fragment.content.decode().lstrip().startswith('<div id="job"')
    assert "Making the pdf: 40% done" in text_of(fragment)
    page = client.get(address("paper_progress", asked.pk))
    assert "Check again" in text_of(page)


def test_page_is_fetched_anew_when_the_build_has_ended(client_as, built):
    htmx = {"HX-Request": "true", "HX-Target": "job"}
    answer = client_as("analyst").get(address("paper_progress", built.pk), headers=htmx)
    assert answer["HX-Refresh"] == "true"


def test_build_is_cancelled_and_retried(client_as, asked):
    client = client_as("analyst")
    answer = client.post(address("paper_build_cancel", asked.pk), follow=True)
    assert "The last build was cancelled" in text_of(answer)
    answer = client.post(address("paper_build_retry", asked.pk), follow=True)
    assert "Being built" in text_of(answer)
    answer = client.post(address("paper_build_retry", asked.pk), follow=True)
    assert "Only what failed or was cancelled can be tried again." in text_of(answer)


def test_failed_build_says_why(client_as, asked):
    job = jobs.claim(job_id=asked.job_id)
    jobs.fail(job=job, error="The paper cannot be printed as it is.")
    answer = client_as("analyst").get(address("paper_detail"))
    assert "The last build failed" in text_of(answer)
    assert "The paper cannot be printed as it is." in text_of(answer)


def test_page_lists_files_findings_and_history(client_as, built):
    answer = client_as("analyst").get(address("paper_detail"))
    page = answer.content.decode()
    for format in ("docx", "pdf", "html", "xlsx", "csv"):
        assert page.count(f'href="{address("paper_download", built.pk, format)}"') == 1
    assert "Warnings (" in page
    assert built.findings[0]["message"] in text_of(answer).replace("&#x27;", "'")
    assert "1.5 seconds" in page


def test_checks_are_those_of_the_rows_as_they_are_now(client_as, built, demonstration, people):
    client = client_as("analyst")
    before = text_of(client.get(address("paper_checks")))
    unfile_suggestion(suggestion=demonstration.suggestions.get(number=1), by=people["analyst"])
    after = text_of(client.get(address("paper_checks")))
    assert "Suggestion 1 is not filed" not in before
    assert "Suggestion 1 is not filed" in after


@pytest.mark.parametrize(
    ("format", "kind", "name"),
    [
        ("docx", "application/vnd.openxmlformats", "childrens-attachment-briefing-paper.docx"),
        ("pdf", "application/pdf", "childrens-attachment-briefing-paper.pdf"),
        ("html", "text/html; charset=utf-8", "childrens-attachment-briefing-paper.html"),
        ("csv", "text/csv", "childrens-attachment-suggestions.csv"),
    ],
)
def test_file_is_an_attachment_under_a_plain_name(client_as, built, format, kind, name):
    answer = client_as("analyst").get(address("paper_download", built.pk, format))
    assert b"".join(answer.streaming_content) == f"the {format}".encode()
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"].startswith(kind)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_file_that_is_not_there_is_not_found(client_as, built):
    client = client_as("analyst")
    assert client.get(address("paper_download", built.pk, "exe")).status_code == 404
    assert client.get(address("paper_download", built.pk + 1, "pdf")).status_code == 404


def test_preview_is_the_paper_inside_the_page(client_as, built):
    page = client_as("analyst").get(address("paper_preview", built.pk)).content.decode()
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.count("<html") == 1
    assert "Assessment of attachment difficulties" in page


def test_lead_issues_from_the_page(client_as, built):
    client = client_as("lead")
    form = client.get(address("paper_issue", built.pk))
    assert "Issue the paper to the committee" in text_of(form)
    answer = client.post(
        address("paper_issue", built.pk), {"reason_errors_accepted": "Known."}, follow=True
    )
    assert "Version 1 is issued to the committee." in text_of(answer)
    assert answer.redirect_chain[-1][0] == address("issued_paper_detail", 1)


def test_errors_are_listed_where_the_paper_is_issued(
    client_as, demonstration, people, build_quickly
):
    unfile_suggestion(suggestion=demonstration.suggestions.get(number=1), by=people["analyst"])
    build = build_quickly()
    client = client_as("lead")
    answer = client.post(address("paper_issue", build.pk), {"reason_errors_accepted": " "})
    assert answer.status_code == 422
    assert "Say why the errors are accepted" in text_of(answer)
    assert "Errors (" in text_of(answer)
    assert BriefingPaper.objects.count() == 0


def test_lead_withdraws_from_the_page(client_as, issued):
    client = client_as("lead")
    refused = client.post(address("paper_withdraw", 1), {"reason": ""})
    assert "Say why the paper is withdrawn" in text_of(refused)
    answer = client.post(address("paper_withdraw", 1), {"reason": "Rows swapped."}, follow=True)
    assert "Version 1 is withdrawn." in text_of(answer)
    assert "Rows swapped." in text_of(answer)


def test_history_takes_the_same_queries_for_one_build_and_for_many(
    client_as, built, build_quickly, people, django_assert_max_num_queries, demonstration
):
    client = client_as("lead")
    with django_assert_max_num_queries(30) as one:
        client.get(address("paper_detail"))
    for _ in range(3):
        asked = actions.ask_for_build(topic=demonstration, by=people["analyst"])
        actions.cancel_build(build=asked, by=people["analyst"])
    build_quickly()
    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(address("paper_detail"))
    assert Job.objects.count() == 5


def test_page_says_what_changed_since_the_issued_version(
    client_as, issued, demonstration, people, build_quickly
):
    rename = demonstration.areas.get(kind="main", position=2)
    change_area(
        area=rename, title="A new heading", kind="main", version=rename.version, by=people["lead"]
    )
    build, client = build_quickly(), client_as("analyst")
    assert (
        address("paper_changes", build.pk) in client.get(address("paper_detail")).content.decode()
    )
    words = text_of(client.get(address("paper_changes", build.pk)))
    assert "to “A new heading”" in words
    assert "Nothing has changed" not in words


def test_build_of_the_same_rows_has_not_changed(client_as, issued, build_quickly):
    answer = client_as("analyst").get(address("paper_changes", build_quickly().pk))
    assert "Nothing has changed" in text_of(answer)


def test_nothing_is_compared_before_a_paper_was_issued(client_as, built):
    assert client_as("analyst").get(address("paper_changes", built.pk)).status_code == 404


def test_findings_lead_to_pages_that_open(client_as, built):
    client = client_as("lead")
    mends = [Finding.from_json(kept).mend for kept in built.findings]
    addresses = {mend.address for mend in mends if mend}
    assert "" not in addresses
    assert {client.get(place).status_code for place in addresses} == {200}


def test_many_findings_do_not_flood_the_page(client_as, built):
    note = next(one for one in built.findings if one["level"] == "note")
    PaperBuild.objects.filter(pk=built.pk).update(findings=[note] * 60)
    page = text_of(client_as("analyst").get(address("paper_detail")))
    assert page.count("Mend this") == 50
    assert "And 10 more like these." in page
