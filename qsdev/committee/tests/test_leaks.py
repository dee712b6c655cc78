"""What the committee must not find: who SCM1 is, another's open rating, a draft not issued.

Every address is read as every role of the committee: whole, in the parts that htmx asks for,
searched, as files; and so is every mail.
"""

import inspect
import io
import itertools
import re

import pypdf
import pytest
from django.core import mail
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch

from qsdev.briefing.actions import issue_paper
from qsdev.committee import actions
from qsdev.committee.models import RatedArea
from qsdev.committee.tests.test_meetings import arrive, opened, planned
from qsdev.committee.tests.test_rating_edit import withdraw
from qsdev.demonstration.content import read_content
from qsdev.htmx import target_id
from qsdev.jobs import running
from qsdev.tests.fixtures_demonstration import our_models
from qsdev.tests.test_names import PAGES, full_name
from qsdev.tests.test_pseudonyms import FORMATS, all_of, disguises
from qsdev.topics.actions import change_area
from qsdev.topics.tests.pages import SLUG, address
from recommendations.actions import write_finding
from stakeholders.actions import write_summary

__all__ = ["opened", "planned"]
VIEWS = {full_name(page): page[1] for page in PAGES}
#: SCM1 is a member with an account, whose name stands in lists of members: there without "SCM1".
SCM1, *OTHER_NAMES = [one["person_name"] for one in read_content()["specialist_members"]]
COMMENT, NOTE = "Quillwort-Zephyr", "Bramblefin-Ocarina"
TITLE, SUMMARY, FINDING = "Marzipan-Ferrule", "Thistlequay-Lorimer", "Gossamer-Ptarmigan"
DRAFT = [TITLE, SUMMARY, FINDING]
#: "lay_two" is withdrawn from the area that was rated.
MEMBERS = ("standing_member", "specialist_two", "lay_member", "lay_two")
ROLES = ("chair", *MEMBERS, "invited_expert", "observer")
#: The chair reads what is drafted after the decisions, under the areas' titles as they are.
DRAFTED_STATEMENTS = {("statements:statement_list", TITLE)}


@pytest.fixture
def planted(issued, demonstration, members, people, opened, open_round, rate, build_quickly):
    """Secrets of each kind beside a meeting under way, and the receipt of the open rating."""
    first = issued.areas.first()
    withdraw(demonstration, members, "lay_two", first.area)
    actions.declare_nothing(topic=demonstration, areas=[None], by=members["specialist_member"])
    closed = open_round()
    for key in ("chair", "standing_member", "lay_member"):
        rate(closed, 0, key, 8)
    actions.close_round(round=closed, by=members["chair"])
    rating = rate(open_round(), 0, "standing_two", 3, comment=COMMENT)
    actions.write_private_note(
        topic=demonstration, area=first.area, text=NOTE, by=members["standing_two"]
    )
    arrive(opened, members, *members)
    hold_item(opened, members["chair"])
    draft(first.area, people["analyst"])
    build_quickly()
    return rating


def hold_item(meeting, chair):
    """The first item is under discussion, with a point, an action and a decision."""
    item = meeting.items.first()
    actions.start_item(item=item, by=chair)
    actions.add_point(item=item, text="Services differ.", by=chair)
    actions.add_action_point(meeting=meeting, text="Find data.", owner="NICE team", by=chair)
    actions.record_decision(
        meeting=meeting,
        issued_area=item.issued_area,
        outcome="prioritised",
        reason="It matters.",
        by=chair,
    )


def draft(area, analyst):
    """The analyst goes on with an area after its paper was issued."""
    summary = area.summaries.filter(sub_area=None).first()
    finding = area.practice_findings.filter(sub_area=None).first()
    version = {"version": finding.version if finding else 0}
    change_area(area=area, title=TITLE, kind="main", version=area.version, by=analyst)
    write_finding(area=area, text=FINDING, by=analyst, **version)
    version = {"version": summary.version if summary else None}
    write_summary(area=area, text=f"{SUMMARY}.", by=analyst, **version)


def keys():
    """Numbers that stand in addresses: of the first two rows of each kind."""
    planted = RatedArea.objects.exclude(ratings=None).values_list("pk", flat=True)
    found = {1, 2, *planted}
    for model in our_models():
        first_two = model._base_manager.order_by("pk").values_list("pk", flat=True)[:2]
        found |= {pk for pk in first_two if isinstance(pk, int)}
    return sorted(found)


def addresses_of(name, numbers):
    """The addresses of one page, with each number and format in the place of its words."""
    parameters = VIEWS[name].pattern.converters
    fixed = {"slug": SLUG, "kind": "focus", "token": "no-token", "document": "summary"}
    fixed |= {"reference": "QS133", "stage": "engagement"}
    choices = {"format": FORMATS, **{key: [word] for key, word in fixed.items()}}
    for chosen in itertools.product(*(choices.get(key, numbers) for key in parameters)):
        try:
            yield reverse(name, kwargs=dict(zip(parameters, chosen, strict=True)))
        except NoReverseMatch:
            continue


def parts_of(name):
    """The targets that a page's view may answer with a part: "job" for "_job.html"."""
    view = inspect.unwrap(VIEWS[name].callback)
    if not re.search("partial|follow_document|document_page|request.htmx", inspect.getsource(view)):
        return {"main"}
    module = inspect.getmodule(view)
    named = re.findall(r'"[\w/]*?(_\w+\.html)"', inspect.getsource(module))
    return {target_id(part) for part in named} | {"job", "point-form"}


def searches_of(answer, words):
    """What to send each form for searching: words in capitals, as the page shows what was typed."""
    text = "" if answer.streaming else answer.content.decode(errors="ignore")
    for form in re.findall(r'<form[^>]*method="get".*?</form>', text, re.DOTALL):
        names = set(re.findall(r'name="(\w+)"', form))
        for word in words:
            yield dict.fromkeys(names, word.upper())


def answers_of(client, name, numbers, words):
    """Every answer that a page gives: whole, in parts, and searched.

    Who may not open a page is refused whatever its words are, so one refusal is enough.
    """
    for path in addresses_of(name, numbers):
        answer = client.get(path)
        yield answer
        if answer.status_code in (403, 405):
            return
        if answer.status_code == 200:
            for target in parts_of(name):
                yield client.get(path, headers={"HX-Request": "true", "HX-Target": target})
            for query in searches_of(answer, words):
                yield client.get(path, query)


def words_in(answer):
    """An answer's bytes, with the words of a PDF, whose letters are numbers of glyphs."""
    held = all_of(answer)
    start = held.find(b"%PDF")
    if start < 0:
        return held
    pages = pypdf.PdfReader(io.BytesIO(held[start:])).pages
    return held + "".join(page.extract_text() for page in pages).encode()


def scan(client, secrets, *, within=""):
    """What was found where, as (page, secret) pairs, and how many pages were read."""
    found, read, numbers = set(), 0, keys()
    forms = {secret: disguises(secret) for secret in secrets}
    for name in sorted(name for name in VIEWS if name.startswith(within)):
        for answer in answers_of(client, name, numbers, secrets):
            held = words_in(answer)
            read += answer.status_code == 200
            found |= {(name, one) for one in secrets if any(form in held for form in forms[one])}
            if SCM1.encode() in held and b"SCM1" in held:
                found.add((name, SCM1))
    return found, read


def mailed(secrets):
    sent = " ".join(str(message.message()) for message in mail.outbox)
    return {secret for secret in secrets if secret in sent}


def test_no_role_of_the_committee_finds_a_secret_on_any_page(planted, member_client):
    secrets = [*OTHER_NAMES, COMMENT, planted.receipt, NOTE, *DRAFT]
    for role in ROLES:
        found, read = scan(member_client(role), secrets)
        assert (role, found - DRAFTED_STATEMENTS) == (role, set())
        assert (role, read > 60) == (role, True)
    assert mailed(secrets) == set()


def test_scan_finds_each_secret_where_it_belongs(planted, member_client):
    names, _ = scan(member_client("lead"), OTHER_NAMES, within="stakeholders:identity")
    own, _ = scan(member_client("standing_two"), [COMMENT, planted.receipt, NOTE])
    drafted, _ = scan(member_client("analyst"), DRAFT, within="briefing:")

    keepers = {"stakeholders:identity_list", "stakeholders:identity_edit"}
    assert {("stakeholders:identity_list", name) for name in (SCM1, *OTHER_NAMES)} <= names
    assert {page for page, _ in names} <= keepers
    assert own == {
        *(("committee:rating_edit", secret) for secret in (COMMENT, planted.receipt)),
        *(("committee:area_read", secret) for secret in (NOTE, planted.receipt)),
        ("committee:rating_round_detail", planted.receipt),
    }
    assert {("briefing:area_preview", one) for one in DRAFT} <= drafted


@pytest.fixture
def files(asked, run_build, demonstration, members, people, member_client):
    """The paper, the pack and the minutes, as the jobs build them, and drafting that goes on."""
    paper = issue_paper(build=run_build(asked), by=people["lead"], reason_errors_accepted="Known.")
    meeting = actions.plan_meeting(
        topic=demonstration, kind="first", starts_at=paper.issued_at, by=members["chair"]
    )
    actions.open_meeting(meeting=meeting, by=members["chair"])
    arrive(meeting, members, *members)
    hold_item(meeting, members["chair"])
    actions.end_meeting(meeting=meeting, by=members["chair"])
    draft(paper.areas.first().area, people["analyst"])
    chair = member_client("chair")
    chair.post(address("committee:pack_build"))
    chair.post(address("committee:minutes_build", meeting.pk))
    for build in demonstration.document_builds.all():
        running.run(build.job_id)
    pages = {
        "paper": ("briefing:issued_paper_download", 1),
        "pack": ("committee:pack_download",),
        "minutes": ("committee:minutes_download", meeting.pk),
    }
    return {
        (kind, format): address(*words, format)
        for kind, words in pages.items()
        for format in ("docx", "pdf", "html")
    }


def test_no_file_that_the_committee_takes_along_holds_a_secret(files, member_client):
    for role in ("chair", "specialist_two", "observer"):
        for file, path in files.items():
            answer = member_client(role).get(path)
            held = words_in(answer)
            found = {
                secret
                for secret in [*OTHER_NAMES, *DRAFT]
                if any(form in held for form in disguises(secret))
            }
            assert (file, answer.status_code, found) == (file, 200, set())
            shown = b"Services differ." if file[0] == "minutes" else b"SCM1"
            assert (file, shown in held, SCM1.encode() in held) == (
                file,
                True,
                file[0] == "minutes",
            )
