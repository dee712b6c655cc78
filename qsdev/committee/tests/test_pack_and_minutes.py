"""The committee's documents: the pack from the issued paper, and the minutes from what was held."""

import pytest

from qsdev.briefing.actions import withdraw_paper
from qsdev.builds.tests.sound import assert_sound, words_of_docx
from qsdev.committee import actions
from qsdev.committee.builder import build_minutes, build_pack
from qsdev.committee.models import ChairAction, InterestKind, Outcome, Reveal
from qsdev.committee.tests.test_meetings import arrive, opened, planned
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.demonstration.content import read_content
from qsdev.documents.reading import plain_text
from qsdev.jobs import running
from qsdev.topics.actions import change_area
from qsdev.topics.tests.pages import address, words_of
from stakeholders.actions import redact_passage

__all__ = ["opened", "planned"]
NAMES = [one["person_name"] for one in read_content()["specialist_members"]]


@pytest.fixture
def pack(issued, demonstration):
    return build_pack(demonstration, issued.pk)


@pytest.fixture
def held(opened, members, demonstration, issued):
    """A meeting at which two areas were decided on, one of them anew."""
    by = {"by": members["chair"]}
    first, second, third = issued.areas.all()[:3]
    withdraw(demonstration, members, "standing_two", second.area)
    arrive(opened, members, "chair", "standing_member", "standing_two", "lay_member", "lay_two")
    actions.note_apology(meeting=opened, person=members["lay_three"], **by)
    actions.start_item(item=opened.items.first(), **by)
    actions.add_point(item=opened.items.first(), text="Services differ widely.", **by)
    old = actions.record_decision(
        meeting=opened, issued_area=first, outcome=Outcome.DEFERRED, reason="Data is missing.", **by
    )
    actions.record_decision(
        meeting=opened,
        issued_area=first,
        outcome=Outcome.PRIORITISED,
        reason="Data was found.",
        conditions="It must be published.",
        supersedes=old,
        **by,
    )
    actions.record_decision(
        meeting=opened,
        issued_area=third,
        outcome=Outcome.MERGED,
        merged_with=first,
        reason="They belong together.",
        **by,
    )
    actions.add_action_point(meeting=opened, text="Publish the data.", owner="NICE team", **by)
    return actions.end_meeting(meeting=opened, **by)


def test_pack_is_sound_in_three_formats(pack, tmp_path):
    assert_sound(pack, tmp_path)


def test_pack_has_an_area_a_page_in_the_paper_s_order_with_space_for_notes(pack, issued):
    assert [one.heading for one in pack.sections] == [area.title for area in issued.areas.all()]
    assert all(one.new_page for one in pack.sections)
    assert [one.sections[-1].heading for one in pack.sections] == ["Your notes"] * 9


def test_pack_holds_every_suggestion_of_the_main_areas_once(pack, demonstration):
    rows = [
        row.anchor
        for section in pack.sections
        for part in section.sections
        for block in part.blocks
        for group in getattr(block, "groups", ())
        for row in group.rows
        if row.anchor.startswith("suggestion-")
    ]
    filed = demonstration.suggestions.filter(filings__area__kind="main", filings__is_own=True)

    assert len(rows) == len(set(rows))
    assert {f"suggestion-{one.number}" for one in filed} <= set(rows)


def test_pack_is_what_was_issued_whatever_changed_since(pack, issued, demonstration, people):
    area = demonstration.areas.first()
    change_area(area=area, title="Another title", kind="main", version=1, by=people["analyst"])

    assert build_pack(demonstration, issued.pk) == pack


def test_pack_names_no_person_behind_a_pseudonym(pack):
    words = plain_text(pack)
    assert "SCM1" in words
    assert [name for name in NAMES if name in words] == []


def test_minutes_are_sound_in_three_formats(held, demonstration, tmp_path):
    files = assert_sound(build_minutes(demonstration, held.pk), tmp_path)
    assert b"Services differ widely." in words_of_docx(files["docx"])


def test_minutes_say_who_was_there_what_was_declared_and_what_was_decided(held, demonstration):
    words = plain_text(build_minutes(demonstration, held.pk))

    for expected in (
        "Grace Gavelman",
        "Apologies were received from Lay Three.",
        "Standing Two",
        "Withdrawal. Too close.",
        "9 voting members were appointed. A quorum was 5 of them (50%).",
        "quorate, with 5 present",
        "Standing Two took no part in this item.",
        "Without them 4 of the 5 members needed were there: no quorum.",
        "Services differ widely.",
        "Prioritised. Data was found.",
        "Conditions. It must be published.",
        "This corrects the decision of",
        "A later decision corrects this one.",
        "They belong together.",
        "No decision was recorded at this meeting.",
        "Publish the data.",
    ):
        assert expected in words


def test_minutes_give_figures_only_of_what_was_revealed_by_the_end(
    open_round, rate, members, opened, demonstration
):
    round = open_round(reveal=Reveal.BY_CHAIR)
    for place in (0, 1):
        for key in list(members)[:7]:
            rate(round, place, key, 8)
    actions.close_round(round=round, by=members["chair"])
    first, second = round.rated_areas.all()[:2]
    hidden = plain_text(build_minutes(demonstration, opened.pk))
    actions.reveal_results(round=round, rated_area=first, by=members["chair"])
    actions.end_meeting(meeting=opened, by=members["chair"])
    actions.reveal_results(round=round, rated_area=second, by=members["chair"])
    shown = plain_text(build_minutes(demonstration, opened.pk))

    assert "members rated" not in hidden
    assert shown.count("7 members rated; median 8, from 8 to 8; 100% at 7 to 9") == 1


def test_pack_is_built_and_fetched_by_a_reader(issued, member_client, settings):
    settings.JOB_LEASE_SECONDS = 600
    client = member_client("lay_two")
    page = client.post(address("committee:pack_build"), follow=True)
    assert "Being built" in words_of(page)
    running.run(issued.topic.document_builds.get().job_id)
    page = client.get(address("committee:pack_detail"))
    fetched = client.get(address("committee:pack_download", "pdf"))

    assert "Build it again" in words_of(page)
    assert b"".join(fetched.streaming_content).startswith(b"%PDF")
    assert fetched["Content-Disposition"].endswith('committee-pack.pdf"')
    assert fetched["X-Content-Type-Options"] == "nosniff"


def test_withdrawn_paper_has_no_pack(issued, people, member_client):
    withdraw_paper(paper=issued, reason="A table is wrong.", by=people["lead"])

    assert member_client("lay_two").get(address("committee:pack_detail")).status_code == 404
    page = words_of(member_client("lay_two").get(address("committee:paper_read")))
    assert "A table is wrong." in page


def test_minutes_are_built_by_the_chair_and_read_by_the_committee(held, member_client, settings):
    settings.JOB_LEASE_SECONDS = 600
    chair, member = member_client("chair"), member_client("lay_two")
    assert member.post(address("committee:minutes_build", held.pk)).status_code == 403
    chair.post(address("committee:minutes_build", held.pk))
    running.run(held.topic.document_builds.get().job_id)
    page = words_of(member.get(address("committee:minutes_detail", held.pk)))

    assert "Services differ widely." in page
    fetched = member.get(address("committee:minutes_download", held.pk, "docx"))
    assert b"".join(fetched.streaming_content).startswith(b"PK")


def test_meeting_that_was_not_held_has_no_minutes(planned, member_client):
    page = address("committee:minutes_detail", planned.pk)
    assert member_client("chair").get(page).status_code == 404


def test_minutes_list_interests_as_they_were_at_the_meeting(opened, demonstration, members, people):
    """One without an action then; another declared afterwards, and an action taken afterwards."""
    declared = actions.declare_interest(
        topic=demonstration,
        kind=InterestKind.INDIRECT,
        description="My sister fosters.",
        by=members["lay_two"],
    )
    actions.end_meeting(meeting=opened, by=members["chair"])
    actions.declare_interest(
        topic=demonstration,
        kind=InterestKind.INDIRECT,
        description="Declared afterwards.",
        by=members["lay_three"],
    )
    actions.act_on_interest(
        declaration=declared,
        action=ChairAction.PARTIAL,
        reason="Afterwards.",
        version=1,
        by=members["chair"],
    )
    words = plain_text(build_minutes(demonstration, opened.pk))

    assert "My sister fosters." in words
    assert "None recorded" in words
    assert "afterwards" not in words.lower()


def test_withheld_paper_has_no_pack(issued, demonstration, people, member_client):
    suggestion = demonstration.suggestions.get(number=1)
    redact_passage(
        suggestion=suggestion,
        field="why_important",
        passage=suggestion.why_important[:12],
        reason="A private person.",
        by=people["analyst"],
    )

    assert member_client("lay_two").get(address("committee:pack_detail")).status_code == 404
