"""An organisation responds on the web with its code: drafts, submits once, sees its own alone."""

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.consultation import actions
from qsdev.consultation.models import AccessCode, CodeKind, OrganisationResponse
from qsdev.consultation.tests.material import (
    close,
    five_comments,
    organisations,
    say_about,
    submit,
)
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.models import Stakeholder

HERE = reverse("consultation:response_detail")


def organisation(place=0):
    return Stakeholder.objects.get(name=organisations()[place])


@pytest.fixture
def code(round, people):
    """The lead's code of the first organisation, used once so that the response is begun."""
    _, words = made(round, people)
    return actions.use_code(words=words, address="192.0.2.1")


def made(round, people, kind=CodeKind.LEAD, place=0):
    by = people["analyst"]
    return actions.make_code(round=round, stakeholder=organisation(place), kind=kind, by=by)


def colleague(round, people):
    _, words = made(round, people, CodeKind.COLLEAGUE)
    return actions.use_code(words=words, address="192.0.2.1")


def ready(code):
    """A response that can be submitted."""
    statement = code.round.consultation_draft.statements.first()
    actions.draft_comment(code=code, text="We agree.", statement=statement)
    say_about(code)


def test_code_is_kept_as_a_hash_alone(round, people):
    code, words = made(round, people)
    assert words.replace("-", "") not in str(AccessCode.objects.values().get())
    spoken = actions.use_code(words=words.lower().replace("-", " "), address=None)
    assert spoken == code


def test_new_code_ends_the_one_before(round, people):
    _, first = made(round, people)
    made(round, people)
    with pytest.raises(RuleBroken, match="not known"):
        actions.use_code(words=first, address=None)


def test_too_many_wrong_codes_are_refused_for_a_while(round, people):
    _, words = made(round, people)
    for _ in range(10):
        with pytest.raises(RuleBroken, match="not known"):
            actions.use_code(words="AAAA-AAAA-AAAA", address="192.0.2.9")
    with pytest.raises(RuleBroken, match="Too many"):
        actions.use_code(words=words, address="192.0.2.9")
    assert actions.use_code(words=words, address="192.0.2.10").is_lead


def test_lead_submits_once_and_gets_a_receipt(code):
    ready(code)
    response = submit(code)
    assert (response.state, len(response.receipt)) == ("submitted", 10)
    assert [one.text for one in response.comments.all()] == ["We agree."]
    with pytest.raises(RuleBroken, match="was submitted"):
        submit(code)
    assert response.comments.count() == 1


def test_colleague_drafts_and_does_not_submit(round, code, people):
    theirs = colleague(round, people)
    ready(theirs)
    with pytest.raises(RuleBroken, match="Only the lead submits"):
        submit(theirs)
    response = OrganisationResponse.objects.get()
    assert (response.state, response.draft_comments.count()) == ("draft", 1)


def test_response_says_what_it_lacks(code):
    with pytest.raises(RuleBroken, match=r"at least one comment.*tobacco"):
        submit(code)


def test_second_of_two_colleagues_loses_nothing(code):
    ready(code)
    comment = OrganisationResponse.objects.get().draft_comments.get()
    actions.change_draft_comment(code=code, comment=comment, text="Theirs.", version=1)
    with pytest.raises(EditCollision):
        actions.change_draft_comment(code=code, comment=comment, text="Mine.", version=1)
    comment.refresh_from_db()
    assert comment.text == "Theirs."


def test_after_closing_it_is_refused_and_stays_in_view(round, code, people):
    ready(code)
    close(round)
    with pytest.raises(RuleBroken, match="closed on"):
        submit(code)
    client = Client()
    session = client.session
    session["organisation_code"] = code.pk
    session.save()
    page = client.get(HERE).content.decode()
    assert "We agree." in page
    assert "was not submitted" in page


def test_imported_response_takes_the_place_of_a_draft(round, code, imports, people):
    ready(code)
    import_record = imports(five_comments())
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["analyst"]
    )
    response = round.organisation_responses.get(stakeholder=organisation())
    assert (response.state, response.draft_comments.count()) == ("submitted", 1)
    actions.undo_import(import_record=import_record, by=people["analyst"])
    response.refresh_from_db()
    assert (response.state, response.source) == ("draft", "web")


def signed_in(round, people, place=0):
    client = Client()
    _, words = made(round, people, place=place)
    client.post(reverse("consultation:response_enter"), {"code": words})
    return client


def test_whole_response_by_pages(round, people):
    client = signed_in(round, people)
    statement = round.consultation_draft.statements.first()
    new = reverse("consultation:response_comment_create", args=[f"s{statement.pk}"])
    client.post(new, {"text": "We agree.", "written_by": "Ada"})
    about = {"has_tobacco_links": "no", "tobacco_links": "", "interest": "yes", "version": 1}
    client.post(reverse("consultation:response_about"), about)
    last = reverse("consultation:response_submit")
    assert "We agree." in client.get(last).content.decode()
    unticked = client.post(last, {"name": "Ada"})
    assert unticked.status_code == 422
    state = round.organisation_responses.get().drafted_state
    client.post(last, {"name": "Ada", "agreed": "on", "drafted_state": state})
    response = round.organisation_responses.get()
    assert response.receipt in client.get(HERE).content.decode()


def test_organisation_sees_its_own_response_alone(round, people):
    mine, other = signed_in(round, people), signed_in(round, people, place=1)
    new = reverse("consultation:response_comment_create", args=["g"])
    mine.post(new, {"text": "Nobody else’s business."})
    comment = OrganisationResponse.objects.get(stakeholder=organisation()).draft_comments.get()
    edit = reverse("consultation:response_comment_edit", args=[comment.pk])
    assert "business" in mine.get(HERE).content.decode()
    assert "business" not in other.get(HERE).content.decode()
    assert (mine.get(edit).status_code, other.get(edit).status_code) == (200, 404)


def test_without_a_code_one_is_asked_for_it(round):
    assert Client().get(HERE)["Location"] == reverse("consultation:response_enter")


def test_ended_code_opens_nothing(round, people):
    client = signed_in(round, people)
    actions.end_code(code=AccessCode.objects.get(), by=people["lead"])
    assert client.get(HERE).status_code == 302
