"""What colleagues write at once, or when their code has ended, is neither lost nor sent unseen."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.consultation import actions
from qsdev.consultation.models import AccessCode, CodeKind
from qsdev.consultation.tests.material import close, organisations, response_of, say_about, submit
from qsdev.consultation.tests.whole import issue
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.models import Round
from stakeholders.models import Stakeholder

ABOUT = reverse("consultation:response_about")
ENTER = reverse("consultation:response_enter")
HERE = reverse("consultation:response_detail")
LAST = reverse("consultation:response_submit")
NEW = reverse("consultation:response_comment_create", args=["g"])


@pytest.fixture
def made(round, people):
    """The lead's code of the first organisation, and its words."""
    return actions.make_code(
        round=round,
        stakeholder=Stakeholder.objects.get(name=organisations()[0]),
        kind=CodeKind.LEAD,
        by=people["analyst"],
    )


@pytest.fixture
def code(made):
    """The code, used once so that the response is begun."""
    return actions.use_code(words=made[1], address=None)


@pytest.fixture
def window(code, made):
    """A window in which the code was given."""
    client = Client()
    client.post(ENTER, {"code": made[1]})
    return client


def hidden(page, name):
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1])


def drafted(code):
    return [one.text for one in response_of(code).draft_comments.all()]


def test_lead_looks_again_at_what_a_colleague_wrote_meanwhile(window, code):
    actions.draft_comment(code=code, text="We agree.")
    say_about(code)
    seen = {
        "name": "Ada",
        "agreed": "on",
        "drafted_state": hidden(window.get(LAST), "drafted_state"),
    }
    actions.draft_comment(code=code, text="Half a thought")
    page = window.post(LAST, seen)
    assert (page.status_code, response_of(code).state) == (422, "draft")
    assert "A colleague changed the response" in page.content.decode()
    assert "Half a thought" in page.content.decode()
    window.post(LAST, seen | {"drafted_state": hidden(page, "drafted_state")})
    assert response_of(code).comments.count() == 2


def test_second_of_two_disclosures_is_shown_the_first(window, code):
    opened = hidden(window.get(ABOUT), "version")
    say_about(code, has_tobacco_links=True, tobacco_links="We own shares.", interest="no")
    sent = {"has_tobacco_links": "no", "interest": "yes", "version": opened}
    page = window.post(ABOUT, sent)
    assert (page.status_code, response_of(code).tobacco_links) == (422, "We own shares.")
    assert "It now stands:</strong> links with the tobacco industry: We own shares." in (
        page.content.decode()
    )
    window.post(ABOUT, sent | {"version": hidden(page, "version")})
    assert response_of(code).has_tobacco_links is False


def test_comment_is_not_removed_over_a_colleagues_change(window, code):
    comment = actions.draft_comment(code=code, text="Mine.")
    edit = reverse("consultation:response_comment_edit", args=[comment.pk])
    opened = hidden(window.get(edit), "version")
    actions.change_draft_comment(code=code, comment=comment, text="Theirs.", version=1)
    page = window.post(edit, {"remove": "1", "version": opened})
    assert "Theirs." in page.content.decode()
    assert drafted(code) == ["Theirs."]
    window.post(edit, {"remove": "1", "version": "2"})
    assert drafted(code) == []


def test_response_is_begun_by_what_is_written_where_the_code_came_early(round, window, code):
    response_of(code).delete()  # as if the code had been entered before the consultation opened
    window.post(NEW, {"text": "Written on the first day."})
    assert drafted(code) == ["Written on the first day."]


def test_undone_import_leaves_what_the_organisation_said_on_the_web(code, imports, people):
    say_about(code, has_tobacco_links=True, tobacco_links="We own shares.")
    import_record = imports(f"Organisation,Statement,Comment\n{organisations()[0]},1,Good.\n")
    by = people["analyst"]
    actions.confirm_import(import_record=import_record, version=import_record.version, by=by)
    actions.undo_import(import_record=import_record, by=by)
    response = response_of(code)
    assert (response.state, response.tobacco_links) == ("draft", "We own shares.")


def test_form_sent_after_the_code_had_ended_comes_back(window, made, code, people):
    actions.end_code(code=AccessCode.objects.get(), by=people["lead"])
    page = window.post(NEW, {"text": 'A day’s "work"\nwith <b>care</b>', "written_by": "Ada"})
    assert "nothing was saved" in page.content.decode()
    sent = hidden(page, "sent")
    wrong = window.post(ENTER, {"code": "AAAA-AAAA-AAAA", "sent": sent})
    _, words = actions.make_code(
        round=code.round, stakeholder=code.stakeholder, kind=CodeKind.LEAD, by=people["analyst"]
    )
    page = window.post(ENTER, {"code": words, "sent": hidden(wrong, "sent")})
    assert page.context["kept"]["path"] == NEW
    assert (
        "A day’s &quot;work&quot;\nwith &lt;b&gt;care&lt;/b&gt;</textarea>" in page.content.decode()
    )
    window.post(NEW, dict(page.context["kept"]["fields"]))
    assert drafted(code) == ['A day’s "work"\nwith <b>care</b>']


@pytest.mark.parametrize(
    "sent",
    ["{", "[]", '{"path": 1, "fields": 2}', '{"path": "https://example.org/", "fields": []}'],
)
def test_what_is_no_form_of_a_response_is_not_given_back(made, sent):
    page = Client().post(ENTER, {"code": made[1], "sent": sent})
    assert page["Location"] == HERE


def test_nothing_is_taken_in_once_the_report_is_issued(round, window, code, people):
    actions.draft_comment(code=code, text="We agree.")
    issue(round, people["lead"])
    with pytest.raises(RuleBroken, match="report of this consultation is issued"):
        actions.draft_comment(code=code, text="And another thing.")
    assert drafted(code) == ["We agree."]
    page = window.get(HERE).content.decode()
    assert "NICE has issued the summary report" in page
    assert "Add a comment" not in page


def test_page_of_a_response_says_when_it_opens_and_that_it_has_closed(round, window, code):
    planned = Round.objects.filter(pk=round.pk)
    planned.update(opens_at=round.closes_at - (round.closes_at - round.opens_at) / 4)
    assert "The consultation opens on" in window.get(HERE).content.decode()
    planned.update(opens_at=round.opens_at, state="paused")
    assert "The consultation is paused." in window.get(HERE).content.decode()
    planned.update(state="planned")
    close(round)
    assert "The consultation closed on" in window.get(HERE).content.decode()
    assert window.get(LAST)["Location"] == HERE


def test_comments_are_numbered_by_statement_then_question_then_in_general(code):
    statements = list(code.round.consultation_draft.statements.all())
    actions.draft_comment(code=code, text="In general.")
    actions.draft_comment(code=code, text="On a question.", question=code.round.questions.first())
    actions.draft_comment(code=code, text="On the second.", statement=statements[1])
    actions.draft_comment(code=code, text="On the first.", statement=statements[0])
    say_about(code)
    response = submit(code)
    said = [one.text for one in response.comments.order_by("number")]
    assert said == ["On the first.", "On the second.", "On a question.", "In general."]


def test_version_that_is_no_number_removes_nothing(window, code):
    comment = actions.draft_comment(code=code, text="Mine.")
    with pytest.raises(EditCollision):
        actions.remove_draft_comment(code=code, comment=comment, version=0)
    edit = reverse("consultation:response_comment_edit", args=[comment.pk])
    assert window.post(edit, {"remove": "1", "version": "²"}).status_code == 422
    assert drafted(code) == ["Mine."]


def test_comment_says_on_which_part_it_is(window, code):
    statement = code.round.consultation_draft.statements.first()
    on_statement = reverse("consultation:response_comment_create", args=[f"s{statement.pk}"])
    question = code.round.questions.first()
    on_question = reverse("consultation:response_comment_create", args=[f"q{question.pk}"])
    window.post(on_statement, {"section": "Rationale", "text": "Say why."})
    window.post(NEW, {"section": "Introduction", "text": "Too long."})
    window.post(on_question, {"section": "Rationale", "text": "Yes."})
    assert "Rationale" in window.get(HERE).content.decode()
    say_about(code)
    places = [one.place for one in submit(code).comments.order_by("number")]
    assert places == ["Statement 1, Rationale", f"Question {question.number}", "Introduction"]
