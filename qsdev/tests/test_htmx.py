"""A view answers with the whole page, or with the part that htmx asked for."""

import pytest
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django_htmx.middleware import HtmxDetails
from lxml import html

from qsdev.htmx import render_page
from qsdev.tests.sample_pages import SampleForm

PARTIAL = "_sample_form.html"


@pytest.fixture
def ask(rf, sample_pages):
    """Render the sample page for a request with these headers."""

    def asked(form=None, message=None, partial=PARTIAL, **headers):
        request = rf.get("/", headers={name.replace("_", "-"): v for name, v in headers.items()})
        request.user, request.htmx = AnonymousUser(), HtmxDetails(request)
        request._messages = CookieStorage(request)
        if message:
            messages.success(request, message)
        return render_page(request, "sample.html", {"form": form or SampleForm()}, partial=partial)

    return asked


def has_frame(response):
    return b"<!DOCTYPE html>" in response.content


def test_browser_gets_the_whole_page(ask):
    response = ask()
    assert (response.status_code, has_frame(response)) == (200, True)


def test_htmx_gets_the_part_that_it_targets(ask):
    response = ask(HX_Request="true", HX_Target="sample-form")
    assert not has_frame(response)
    assert html.fromstring(response.content).get("id") == "sample-form"


@pytest.mark.parametrize("target", ["header", "messages", "sample-form2", ""])
def test_a_part_that_the_view_did_not_name_is_never_rendered_alone(ask, target):
    assert has_frame(ask(HX_Request="true", HX_Target=target))


def test_one_of_several_named_parts_is_rendered(ask):
    both = ("_other.html", PARTIAL)
    assert not has_frame(ask(partial=both, HX_Request="true", HX_Target="sample-form"))


def test_going_back_in_the_browser_gets_the_whole_page(ask):
    headers = {"HX_Request": "true", "HX_Target": "sample-form"}
    assert has_frame(ask(HX_History_Restore_Request="true", **headers))


def test_a_form_with_errors_answers_422_and_the_title_says_so(ask):
    response = ask(form=SampleForm({}))
    title = html.fromstring(response.content).findtext(".//title")
    assert (response.status_code, title) == (
        422,
        "Error: Add an area – Quality standards – NICE",
    )


def test_a_part_with_errors_answers_422(ask):
    response = ask(form=SampleForm({}), HX_Request="true", HX_Target="sample-form")
    assert (response.status_code, has_frame(response)) == (422, False)


def test_messages_follow_a_part_out_of_band(ask):
    response = ask(message="Saved.", HX_Request="true", HX_Target="sample-form")
    (banner,) = html.fragments_fromstring(response.content.decode())[1:]
    assert (banner.get("id"), banner.get("hx-swap-oob")) == ("messages", "true")
    assert "Saved." in banner.text_content()


def test_caches_are_told_that_the_answer_depends_on_what_htmx_asks(ask):
    assert ask().headers["Vary"] == "HX-Request, HX-Target"
