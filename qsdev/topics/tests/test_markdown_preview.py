"""The preview of a text in Markdown: as the paper has it, asked for by itself or with a button."""

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from lxml import html

from qsdev.forms import BaseForm, MarkdownField
from qsdev.topics.tests.pages import address, history_length, parsed, spaced, value_of, words_of

PREVIEW = reverse("topics:markdown_preview")
PROSE = "### Need\n\n**One** in four [S1, S3, S16].\n\n- a point [@ons-2015; S2]\n"


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


def preview(client, text, **more):
    return client.post(PREVIEW, {"field": "text", "text": text, **more})


def test_preview_is_the_paper_s_own_html_with_its_citations(pages):
    shown = html.fromstring(preview(pages, PROSE).content.decode())

    assert shown.get("class") == "paper"
    assert spaced(shown.xpath("h2")[0]) == "Need"
    assert spaced(shown.xpath("p")[0]) == "One in four (suggestions 1, 3 and 16)."
    assert shown.xpath("p/strong/text()") == ["One"]
    assert spaced(shown.xpath("ul/li")[0]) == "a point footnote 1 (suggestion 2)"
    assert "The source ons-2015" in spaced(shown.xpath("section")[0])


def test_preview_runs_no_html_of_its_writer(pages):
    shown = preview(pages, "<script>alert(1)</script> [x](javascript:alert(1))").content.decode()

    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
    assert "<a " not in shown


def test_preview_of_nothing_says_so(pages):
    assert "Nothing is written yet" in preview(pages, " ").content.decode()


def test_preview_reads_the_field_that_it_is_asked_for(pages):
    sent = {"field": "a-note", "a-note": "This", "text": "Not this"}

    assert "<p>This</p>" in pages.post(PREVIEW, sent).content.decode()


def test_preview_button_shows_the_form_again_and_saves_nothing(pages, demonstration):
    before = history_length(demonstration)
    section = demonstration.overview_sections.get(kind="focus")
    sent = {"text": "**New** words", "version": section.version, "preview": "1"}

    page = pages.post(address("topics:overview_edit", "focus"), sent)

    assert page.status_code == 200
    assert value_of(page, "text") == "**New** words"
    assert words_of(page, "//*[@id='id_text_preview']").endswith("Nothing is saved yet. New words")
    assert parsed(page).xpath("//title/text()")[0].startswith("Focus of quality standard")
    section.refresh_from_db()
    assert (section.version, history_length(demonstration)) == (sent["version"], before)


def test_preview_button_is_there_without_javascript_alone(pages):
    page = parsed(pages.get(address("topics:overview_edit", "focus")))

    assert page.xpath("//noscript/button/@formaction") == ["#id_text_preview"]


class PlainForm(BaseForm):
    text = MarkdownField(cites=False)


class FormWithoutMarkdown(BaseForm):
    preview = forms.CharField()


def test_form_that_is_looked_at_is_never_valid_and_has_no_errors():
    form = PlainForm({"text": "", "preview": "1"})

    assert (form.is_valid(), form.errors) == (False, {})


def test_word_preview_means_nothing_to_a_form_without_markdown():
    assert FormWithoutMarkdown({"preview": "1"}).is_valid()


def test_preview_after_the_session_ended_leaves_the_page_and_keeps_no_form(pages):
    pages.get("/")
    pages.session.flush()

    answer = pages.post(PREVIEW, {"field": "text", "text": "Typed"}, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert "HX-Redirect" not in answer.headers
    assert "save it as usual, sign in, and it comes back" in answer.content.decode()
    assert "kept_form" not in pages.session


def test_preview_is_for_people_with_an_account():
    assert "/sign-in/" in preview(Client(), "x").url
