"""Interests: every member answers, the chair acts, the register keeps all of it."""

import io

import openpyxl
import pytest

from qsdev.committee import actions
from qsdev.committee.interests import missing_of, owing
from qsdev.committee.models import ChairAction, Declaration, InterestKind, withdrawals
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.tests.pages import address, words_of


@pytest.fixture
def declare(demonstration, members):
    """A member declares an indirect interest, for the topic unless an area is given."""

    def declared(key, area=None, description="My sister fosters."):
        return actions.declare_interest(
            topic=demonstration,
            area=area,
            kind=InterestKind.INDIRECT,
            description=description,
            by=members[key],
        )

    return declared


def act(declaration, by, action=ChairAction.WITHDRAWAL, version=1):
    return actions.act_on_interest(
        declaration=declaration, action=action, reason="Too close.", version=version, by=by
    )


def test_nothing_to_declare_is_an_answer_for_every_area_at_once(issued, demonstration, members):
    member = members["lay_member"]
    assert missing_of(demonstration, member) == 10  # the topic and nine areas
    areas = [None, *demonstration.areas.all()]
    for _ in range(2):
        actions.declare_nothing(topic=demonstration, areas=areas, by=member)

    assert missing_of(demonstration, member) == 0
    assert Declaration.objects.count() == 10
    assert member not in {one.person for one in owing(demonstration)}
    assert members["lay_two"] in {one.person for one in owing(demonstration)}


def test_interest_takes_the_place_of_nothing_and_stays_once_ended(demonstration, members, declare):
    member = members["lay_member"]
    actions.declare_nothing(topic=demonstration, areas=[None], by=member)
    interest = declare("lay_member")

    assert list(demonstration.declarations.current()) == [interest]
    with pytest.raises(RuleBroken, match="end it first"):
        actions.declare_nothing(topic=demonstration, areas=[None], by=member)
    actions.end_interest(declaration=interest, by=member)
    assert list(demonstration.declarations.of_interests()) == [interest]
    assert missing_of(demonstration, member) == 1


def test_interest_is_described_and_of_this_topic(demonstration, declare):
    with pytest.raises(RuleBroken, match="Say what the interest is"):
        declare("lay_member", description=" ")
    assert not Declaration.objects.exists()


def test_only_its_member_ends_an_interest(declare, members):
    interest = declare("lay_member")
    with pytest.raises(RuleBroken, match="Only the member"):
        actions.end_interest(declaration=interest, by=members["lay_two"])
    interest.refresh_from_db()
    assert not interest.is_ended


def test_nobody_lifts_a_withdrawal_of_their_own(declare, members):
    interest = act(declare("lay_member"), members["chair"])
    with pytest.raises(RuleBroken, match="ask the chair"):
        actions.end_interest(declaration=interest, by=members["lay_member"])
    act(interest, members["chair"], ChairAction.NONE, version=2)
    actions.end_interest(declaration=interest, by=members["lay_member"])

    assert interest.is_ended
    assert [one.action for one in interest.actions.all()] == ["withdrawal", "none"]


def test_chair_withdraws_a_member_with_a_reason(declare, members, demonstration):
    area = demonstration.areas.first()
    interest = act(declare("lay_member", area), members["chair"])

    assert withdrawals(demonstration) == {(members["lay_member"].pk, area.pk)}
    assert (interest.reason, interest.decided_by) == ("Too close.", members["chair"])
    act(interest, members["chair"], ChairAction.PARTIAL, version=2)
    assert withdrawals(demonstration) == set()
    with pytest.raises(EditCollision):
        act(interest, members["chair"], version=2)


def test_nobody_acts_on_an_interest_of_their_own(declare, members, people):
    of_chair, of_member = declare("chair"), declare("lay_member")
    with pytest.raises(RuleBroken, match="interest of their own"):
        act(of_chair, members["chair"])
    with pytest.raises(RuleBroken, match="the lead on the chair’s alone"):
        act(of_member, people["lead"])
    act(of_chair, people["lead"])

    assert Declaration.objects.exclude(action="").get() == of_chair


def test_member_answers_on_the_page(issued, demonstration, member_client):
    client = member_client("lay_member")
    area = demonstration.areas.first()
    page = f"{address('committee:interest_declare')}?area={area.pk}"
    wrong = client.post(page, {"kind": "indirect", "description": ""})
    assert "Say what the interest is" in words_of(wrong)
    client.post(page, {"kind": "indirect", "description": "My sister fosters."})
    saved = words_of(client.post(address("committee:interest_none"), follow=True))

    assert "My sister fosters." in saved
    assert saved.count("Nothing to declare, as of") == 9
    assert client.get(f"{address('committee:interest_declare')}?area=0").status_code == 404


def test_register_shows_interests_and_whether_the_chair_acted(issued, declare, member_client):
    interest = declare("lay_member")
    member = words_of(member_client("lay_two").get(address("committee:interest_register")))
    chair = member_client("chair")
    page = chair.get(address("committee:interest_register"))

    assert "My sister fosters." in member
    assert "Who has not answered" not in member
    assert "Lay Two: 10 of 10 answers missing" in words_of(page)
    chair.post(
        address("committee:interest_act", interest.pk),
        {"action": "withdrawal", "reason": "Too close.", "version": "1"},
    )
    assert "Withdrawal. Too close." in words_of(chair.get(address("committee:interest_register")))
    assert member_client("observer").get(address("committee:interest_register")).status_code == 403


def test_exported_register_holds_no_formula(issued, declare, member_client):
    declare("lay_member", description="=1+1")
    client = member_client("chair")
    book = client.get(address("committee:interest_download", "xlsx"))
    text = client.get(address("committee:interest_download", "csv")).content.decode("utf-8-sig")

    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    assert "'=1+1" in text
    assert book["Content-Disposition"].endswith('register-of-interests.xlsx"')
    assert client.get(address("committee:interest_download", "docx")).status_code == 404
