"""Issued papers, and who sees what: the committee never sees a draft."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from qsdev.briefing import actions
from qsdev.briefing.tests.test_paper_pages import SLUG, address, text_of
from qsdev.documents.html import house_stylesheet

DRAFTS = ["paper_detail", "paper_checks"]
OF_BUILDS = ["paper_progress", "paper_preview", "paper_issue"]


@pytest.fixture
def readers(people):
    """The keys of everyone who reads issued papers alone."""
    return [key for key in people if key not in ("administrator", "analyst", "lead")]


def test_there_are_readers(readers):
    assert len(readers) >= 5


def test_reader_reads_the_issued_paper_and_fetches_its_files(client_as, issued, readers):
    for key in readers:
        client = client_as(key)
        page = client.get(address("issued_paper_detail", 1)).content.decode()
        assert "Assessment of attachment difficulties" in page, key
        answer = client.get(address("issued_paper_download", 1, "pdf"))
        assert b"".join(answer.streaming_content) == b"the pdf"
        assert answer["Content-Disposition"] == (
            'attachment; filename="childrens-attachment-briefing-paper-version-1.pdf"'
        )


def test_reader_sees_no_build_no_check_and_no_area(client_as, issued, readers, demonstration):
    pages = [address(name) for name in DRAFTS]
    pages += [address(name, issued.build_id) for name in OF_BUILDS]
    pages += [address("paper_download", issued.build_id, "pdf"), address("paper_withdraw", 1)]
    pages += [address("area_detail", demonstration.areas.first().pk)]
    for key in readers:
        client = client_as(key)
        assert [client.get(page).status_code for page in pages] == [403] * len(pages), key
        assert client.post(address("paper_build")).status_code == 403


def test_topic_page_shows_a_reader_the_issued_papers_alone(client_as, issued, build_quickly):
    page = text_of(client_as("chair").get(address("topic_detail")))
    assert "Version 1" in page
    for words in ("Gather suggestions", "Last change", "warning", "Build", "Change"):
        assert words not in page
    assert "Gather suggestions" in text_of(client_as("analyst").get(address("topic_detail")))


def test_topic_page_before_anything_is_issued_tells_a_reader_so(client_as, built):
    page = text_of(client_as("chair").get(address("topic_detail")))
    assert "No paper has been issued yet" in page


def test_withdrawn_paper_is_closed_to_readers_who_are_told_why(client_as, issued, people):
    actions.withdraw_paper(paper=issued, reason="Two rows were swapped.", by=people["lead"])
    chair, analyst = client_as("chair"), client_as("analyst")
    page = text_of(chair.get(address("issued_paper_detail", 1)))
    assert "Two rows were swapped." in page
    assert "Assessment of attachment difficulties" not in page
    assert chair.get(address("issued_paper_download", 1, "pdf")).status_code == 404
    assert "Assessment of" in text_of(analyst.get(address("issued_paper_detail", 1)))


def test_only_the_lead_issues_and_withdraws(client_as, issued):
    for key in ("analyst", "administrator"):
        client = client_as(key)
        assert client.get(address("paper_issue", issued.build_id)).status_code == 403
        assert client.post(address("paper_withdraw", 1), {"reason": "x"}).status_code == 403
    issued.refresh_from_db()
    assert issued.is_withdrawn is False


def test_administrator_sees_the_topic_and_no_paper(client_as, issued):
    client = client_as("administrator")
    page = text_of(client.get(address("topic_detail")))
    assert "Imports" in page
    assert "Version 1" not in page
    assert client.get(address("issued_paper_detail", 1)).status_code == 403
    assert client.get(address("issued_paper_download", 1, "pdf")).status_code == 403


def test_outsider_learns_nothing_of_the_topic(client, issued, person):
    client.force_login(person)
    for page in (address("topic_detail"), address("issued_paper_detail", 1)):
        assert client.get(page).status_code == 404


def test_nobody_reads_without_signing_in(client, issued):
    answer = client.get(address("issued_paper_download", 1, "pdf"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:sign_in"))


def test_members_are_pseudonyms_alone_where_the_topic_says_so(
    client_as, demonstration, people, build_quickly
):
    demonstration.shows_member_numbers = False
    demonstration.save()
    paper = actions.issue_paper(
        build=build_quickly(), by=people["lead"], reason_errors_accepted="Known."
    )
    page = client_as("chair").get(address("issued_paper_detail", paper.version)).content.decode()
    assert "SCM" in page
    assert not [name for name in ("SCM1", "SCM2", "SCM3", "SCM4") if name in page]
    assert SLUG in page


def test_pages_style_papers_with_the_stylesheet_of_papers():
    assert Path(finders.find("paper.css")).read_text(encoding="utf-8") == house_stylesheet()
