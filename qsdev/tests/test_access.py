"""Every address as every role, reading and sending, against the one table of permissions."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from qsdev.accounts.access import PUBLIC, SIGNED_IN
from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import ADMINISTRATOR, PERMISSIONS, Role
from qsdev.briefing import actions as briefing_actions
from qsdev.committee import actions as committee_actions
from qsdev.committee.models import DiscussionPoint, InterestKind, MeetingKind
from qsdev.consultation.tests.whole import begin_consultation, words_of_addresses
from qsdev.jobs import running
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.test_names import PAGES, full_name
from qsdev.topics import actions as topic_actions
from stakeholders import actions as triage_actions
from stakeholders.models import SuggestionNote, SuggestionPart
from statements import actions as statement_actions

ROLES = [ADMINISTRATOR, *Role.values]
WITHOUT_TOPIC = {"topics:topic_list", "topics:topic_create", "topics:markdown_preview"}
#: Pages of people's accounts, and of organisations that respond with their code.
WITHOUT_SLUG = ("accounts:", "consultation:response_")
VIEWS = {full_name(page): page[1].callback for page in PAGES}


@pytest.fixture
def built(demonstration, people):
    """The topic with a paper that was built and issued, so that every address leads somewhere."""
    build = briefing_actions.ask_for_build(topic=demonstration, by=people["lead"])
    running.run(build.job_id)
    build.refresh_from_db()
    briefing_actions.issue_paper(
        build=build, reason_errors_accepted="To be tested.", by=people["lead"]
    )
    suggestion = demonstration.suggestions.get(number=1)
    by = {"by": people["lead"]}
    triage_actions.write_note(suggestion=suggestion, text="To be tested.", **by)
    words = suggestion.all_words[0].split()
    triage_actions.split_suggestion(suggestion=suggestion, parts=[words[:1], words[1:2]], **by)
    triage_actions.draw_sample(topic=demonstration, sorted_by=people["lead"], size=2, **by)
    begin_committee(demonstration, people)
    begin_consultation(demonstration, people)
    complete_statement(demonstration.statements.get(number=1), people["analyst"])
    return demonstration


def complete_statement(statement, by):
    """A measure and a definition."""
    statement_actions.add_measure(
        statement=statement, version=statement.version, kind="structure", text="Evidence.", by=by
    )
    statement_actions.add_definition(
        statement=statement, version=statement.version, term="Term", definition="Words.", by=by
    )


def begin_committee(topic, people):
    """An open rating round and an interest."""
    now = timezone.now()
    committee_actions.plan_round(
        topic=topic, opens_at=now, closes_at=now + timedelta(days=1), by=people["chair"]
    )
    committee_actions.declare_interest(
        topic=topic,
        kind=InterestKind.INDIRECT,
        description="To be tested.",
        by=people["standing_member"],
    )
    by = {"by": people["chair"]}
    meeting = committee_actions.plan_meeting(
        topic=topic, kind=MeetingKind.FIRST, starts_at=now, **by
    )
    committee_actions.open_meeting(meeting=meeting, **by)
    committee_actions.add_point(item=meeting.items.first(), text="To be tested.", **by)
    committee_actions.add_action_point(meeting=meeting, text="Test it.", owner="All", **by)


def details(topic, people):
    """What stands in an address beside the topic's own slug: names of views and their words."""
    area = topic.areas.first()
    imported = topic.imports.get()
    build = topic.paper_builds.get()
    guideline = topic.development_sources.get().guideline
    organisation = topic.suggestions.get(number=1).stakeholder
    member = topic.specialist_members.first()
    row = imported.rows.first()
    person = {"pk": people["observer"].pk}
    first = {"number": 1}
    note = SuggestionNote.objects.get()
    part = SuggestionPart.objects.first()
    sample = topic.sorting_samples.get()
    names = [name for name in VIEWS if name.startswith("stakeholders:import_")]
    imports = {name: {"pk": row.pk if "import_row_" in name else imported.pk} for name in names}
    without_words = {"stakeholders:import_list", "stakeholders:import_upload"}
    return {
        **{name: words for name, words in imports.items() if name not in without_words},
        **words_of_addresses(topic),
        **statement_details(topic),
        "accounts:password_set": {**person, "token": "no-token"},
        "accounts:user_link": person,
        "accounts:user_deactivate": person,
        "accounts:user_reactivate": person,
        "topics:round_edit": {"pk": topic.rounds.first().pk},
        "topics:overview_edit": {"kind": "focus"},
        "topics:framework_edit": {"pk": topic.frameworks.first().pk},
        "topics:framework_remove": {"pk": topic.frameworks.first().pk},
        "topics:term_remove": {"pk": topic.glossary_terms.first().pk},
        "topics:area_edit": {"pk": area.pk},
        "topics:area_move": {"pk": area.pk},
        "topics:area_remove": {"pk": area.pk},
        "topics:sub_area_create": {"pk": area.pk},
        "topics:sub_area_order": {"pk": area.pk},
        "topics:sub_area_move": {"pk": area.sub_areas.first().pk},
        "topics:sub_area_edit": {"pk": area.sub_areas.first().pk},
        "topics:sub_area_remove": {"pk": area.sub_areas.first().pk},
        "topics:role_end": {"pk": topic.roles.get(user=people["observer"]).pk},
        "stakeholders:stakeholder_edit": {"pk": organisation.pk},
        "stakeholders:identity_edit": {"pk": member.pk},
        "stakeholders:suggestion_detail": first,
        "stakeholders:suggestion_file": first,
        "stakeholders:suggestion_triage": first,
        "stakeholders:suggestion_split": first,
        "stakeholders:suggestion_join": first,
        "stakeholders:suggestion_merge": first,
        "stakeholders:suggestion_unmerge": first,
        "stakeholders:suggestion_viewers": first,
        "stakeholders:note_create": first,
        "stakeholders:note_remove": {"pk": note.pk},
        "stakeholders:part_file": {"pk": part.pk},
        "stakeholders:part_unfile": {"pk": part.pk},
        "stakeholders:sorting_detail": {"pk": sample.pk},
        "stakeholders:sorting_edit": {"pk": sample.pk},
        "stakeholders:step_undo": {"pk": topic.triage_steps.first().pk},
        "stakeholders:suggestion_support": first,
        "stakeholders:suggestion_unfile": {
            **first,
            "pk": topic.suggestions.get(number=1).own_filing.pk,
        },
        "stakeholders:suggestion_explain": first,
        "stakeholders:suggestion_redact": first,
        "stakeholders:summary_edit": {"pk": area.pk},
        "recommendations:recommendation_confirm": {"pk": guideline.pk},
        "recommendations:reason_not_selected_edit": {"pk": guideline.recommendations.first().pk},
        "recommendations:recommendation_select": {"area_pk": area.pk},
        "recommendations:finding_edit": {"area_pk": area.pk},
        "recommendations:evidence_source_remove": {"pk": topic.evidence_sources.first().pk},
        **committee_details(topic),
        "briefing:area_detail": {"pk": area.pk},
        "briefing:area_preview": {"pk": area.pk},
        "briefing:area_merge": {"pk": area.pk},
        "home:suggestion_history": first,
        "briefing:paper_progress": {"pk": build.pk},
        "briefing:paper_build_cancel": {"pk": build.pk},
        "briefing:paper_build_retry": {"pk": build.pk},
        "briefing:paper_findings": {"pk": build.pk},
        "briefing:paper_preview": {"pk": build.pk},
        "briefing:paper_changes": {"pk": build.pk},
        "briefing:paper_download": {"pk": build.pk, "format": "docx"},
        "briefing:paper_issue": {"pk": build.pk},
        "briefing:issued_paper_detail": {"version": 1},
        "briefing:issued_paper_download": {"version": 1, "format": "pdf"},
        "briefing:paper_withdraw": {"version": 1},
    }


def committee_details(topic):
    """The words of the committee's addresses."""
    round = topic.rating_rounds.get()
    number = {"number": round.number}
    rounds = [name for name in VIEWS if name.startswith("committee:rating_")]
    interest = {"pk": topic.declarations.get().pk}
    meeting = topic.meetings.get()
    area = meeting.paper.areas.first()
    of_meeting = ("edit", "detail", "run", "live", "open", "end")
    minutes = {"pk": meeting.pk}
    of_item = ("item_edit", "item_remove", "item_move", "item_start", "item_end", "point_create")
    return {
        **{f"committee:meeting_{name}": {"pk": meeting.pk} for name in of_meeting},
        **{f"committee:{name}": {"pk": meeting.items.first().pk} for name in of_item},
        "committee:area_read": {"pk": area.pk},
        "committee:pack_download": {"format": "pdf"},
        "committee:minutes_detail": minutes,
        "committee:minutes_build": minutes,
        "committee:minutes_download": {**minutes, "format": "pdf"},
        "committee:agenda_order": {"pk": meeting.pk},
        "committee:item_create": {"pk": meeting.pk},
        "committee:presence_record": {"pk": meeting.pk},
        "committee:action_point_create": {"pk": meeting.pk},
        "committee:action_point_edit": {"pk": meeting.action_points.get().pk},
        "committee:point_edit": {"pk": DiscussionPoint.objects.get().pk},
        "committee:decision_create": {"pk": meeting.pk, "area_pk": area.pk},
        **dict.fromkeys([*rounds, "committee:area_order"], number),
        "committee:rating_round_list": {},
        "committee:rating_round_create": {},
        "committee:rating_edit": {**number, "pk": round.rated_areas.first().pk},
        "committee:interest_end": interest,
        "committee:interest_act": interest,
        "committee:interest_download": {"format": "csv"},
    }


def statement_details(topic):
    """The words of the statements' addresses: of one with a measure and a definition."""
    one = topic.statements.get(number=1)
    number = {"number": one.number}
    names = [name for name in VIEWS if name.startswith("statements:")]
    measure = {"pk": one.measures.get().pk}
    return {
        **dict.fromkeys(names, number),
        "statements:statement_list": {},
        "statements:statement_create": {},
        "statements:version_detail": {**number, "version": 1},
        "statements:version_restore": {**number, "version": 1},
        "statements:measure_edit": measure,
        "statements:measure_move": measure,
        "statements:measure_remove": measure,
        "statements:definition_remove": {"pk": one.definitions.get().pk},
    }


def address(name, topic, people):
    """The address of a page of the topic; a page whose words are missing above fails here."""
    words = {"slug": topic.slug} | details(topic, people).get(name, {})
    if name.startswith(WITHOUT_SLUG) or name in WITHOUT_TOPIC:
        del words["slug"]
    return reverse(name, kwargs=words)


@pytest.fixture
def addresses(built, people):
    """Every address of the application, for this topic, by name."""
    return {name: address(name, built, people) for name in VIEWS}


def answers(client, url):
    """The statuses of reading and of sending nothing, with all that they did undone."""
    statuses = []
    for method in (client.get, client.post):
        cookies = client.cookies.copy()
        with transaction.atomic():
            response = method(url)
            statuses.append((response.status_code, response.get("Location", "")))
            if response.streaming:
                b"".join(response.streaming_content)
            transaction.set_rollback(True)
        client.cookies = cookies
    return [(code, place) for code, place in statuses if code != 405]


def refusals(client, addresses):
    """The names of the pages that the client may neither read nor send to."""
    return {
        name
        for name, url in addresses.items()
        if {code for code, _ in answers(client, url)} == {403}
    }


def expected_refusals(role):
    """The pages that the table keeps from a role."""
    return {
        name
        for name, view in VIEWS.items()
        if view.permission not in {PUBLIC, SIGNED_IN} and role not in PERMISSIONS[view.permission]
    }


@pytest.mark.parametrize("role", ROLES)
def test_role_opens_what_the_table_says_and_nothing_else(role, addresses, client_as):
    refused = refusals(client_as(role), addresses)
    assert refused == expected_refusals(role)


def test_nobody_signed_in_is_sent_to_sign_in_from_every_page(addresses):
    for name, url in addresses.items():
        if VIEWS[name].permission != PUBLIC:
            for code, place in answers(Client(), url):
                assert (name, code, "/sign-in/" in place) == (name, 302, True)


def test_outsider_does_not_learn_that_the_topic_exists(addresses, built, people):
    other = topic_actions.create_topic(slug="other", title="Other", by=people["administrator"])
    outsider = create_user(
        email="out@example.org", name="Out Sider", password=PASSWORD, by=people["administrator"]
    )
    topic_actions.give_role(topic=other, user=outsider, role=Role.LEAD, by=people["administrator"])
    client = Client()
    client.force_login(outsider)
    for name, url in addresses.items():
        if built.slug in url:
            codes = {code for code, _ in answers(client, url)}
            assert (name, codes) == (name, {404})


def test_pages_that_matter_most_are_open_to_these_roles_alone():
    """Written down a second time, so that a slip in the table is noticed."""
    assert PERMISSIONS["stakeholders.keep_identities"] == {Role.LEAD}
    assert PERMISSIONS["briefing.issue_paper"] == {Role.LEAD}
    drafts = {"stakeholders.view_suggestions", "briefing.view_paper", "briefing.view_area"}
    for permission in drafts:
        assert PERMISSIONS[permission] <= {Role.ANALYST, Role.LEAD, ADMINISTRATOR}
