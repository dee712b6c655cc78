"""Steps of the committee's journey in its meeting: who is there, what is decided, the minutes."""

import io
import re
from datetime import timedelta
from pathlib import Path

import docx
import pypdf
from django.urls import reverse
from django.utils import timezone
from lxml import html
from playwright.sync_api import expect

from qsdev.committee.models import prioritised_areas
from qsdev.jobs import running
from qsdev.tests import worked_ratings as worked
from qsdev.tests.browser import axe
from qsdev.tests.rating_steps import (
    AREAS,
    SLUG,
    TOPIC,
    fill_date,
    press,
    result_in,
    reveal_all,
    tree_of,
)

SAID_IN_MINUTES = (
    "Apologies were received from Femi Witnessmore.",
    "9 voting members were appointed. A quorum was 5 of them (50%).",
    "not quorate, with 1 present",
    "quorate, with 5 present",
    "Lay Three took no part in this item.",
    "The school under discussion employs the member.",
    "Prioritised. Services for carers differ.",
    "Merged with another area: “Interventions for parents and carers”. It is the same work.",
    "Prioritised. Schools ask for it.",
    "Conditions. A source of data is found.",
    "Deferred. Data on access are awaited.",
    "A later decision corrects this one.",
    "Moved to additional areas: needs discussion by the committee. The data show no difference.",
    "This corrects the decision of",
)


def plan_meeting(page):
    """The chair plans the first meeting and puts contested areas first."""
    page.goto(f"{TOPIC}meetings/")
    page.get_by_role("link", name="Plan a meeting").click()
    fill_date(page, "Date", timezone.localdate())
    page.get_by_label("Place").fill("Online")
    axe(page)
    press(page, "Plan this meeting")
    press(page, "contested first")
    expect(page.locator(".qs-agenda__title").first).to_contain_text(AREAS[2])
    axe(page)
    press(page, "Open the meeting")
    expect(page.locator(".qs-quorum")).to_have_text(quorum("No quorum", 0))


def arrive(page, client, meeting, members):
    """People arrive; with the fifth member there is a quorum, whoever observes."""
    for name in ("Grace Gavelman", "Idris Quorumby", "Lay Two", "Lay Three", "Lena Onlooker"):
        press(page, f"Is here {name}")
        expect(page.get_by_role("button", name=f"Has left {name}")).to_be_visible()
    expect(page.locator(".qs-quorum")).to_have_text(quorum("No quorum", 4))
    press(page, "Is here Standing Two")
    expect(page.locator(".qs-quorum")).to_have_text(quorum("Quorum", 5))
    press(page, "Apologies of Femi Witnessmore")
    expect(page.locator("main")).to_contain_text("sent apologies")
    axe(page)
    for key in ("specialist_member", "specialist_two", "specialist_three", "lay_member"):
        presence = {"presence": f"arrive {members[key].pk}"}
        client.post(reverse("committee:presence_record", args=[SLUG, meeting.pk]), presence)


def quorum(tag, present):
    return f"{tag} {present} of 9 appointed voting members are here; 5 are needed."


def start(page, meeting, place):
    """The chair takes up the area at this place of the paper."""
    page.goto(f"{TOPIC}meetings/{meeting.pk}/run/")
    press(page, re.compile(f"^(Start|Take up again) {AREAS[place]}$"))
    expect(page.locator("#run-now")).to_have_text(AREAS[place])


def discuss(chair, member, meeting, first):
    """The contested area is discussed; its result shows to members when the chair reveals it."""
    member.goto(f"{TOPIC}meetings/{meeting.pk}/live/")
    start(chair, meeting, 2)
    expect(member.locator("main")).to_contain_text(AREAS[2])
    expect(member.locator(".qs-result")).to_have_count(0)
    press(chair, "Reveal this result to the members")
    expect(member.locator(".qs-result")).to_be_visible()
    axe(member)
    (shown,) = [result_in(section) for section in tree_of(member).find_class("qs-result")]
    assert shown == worked.FIRST_RESULTS[2]  # they gave what the chair gave
    reveal_all(chair, first)


def run_second_round(chair, meeting, first):
    """In the meeting the chair has the areas rated again on which there is no consensus."""
    chair.goto(f"{TOPIC}meetings/{meeting.pk}/run/")
    chair.get_by_role("link", name="Open a second round").click()
    for title in AREAS[:2]:
        chair.get_by_label(title).uncheck()
    fill_date(chair, "Closes on", timezone.localdate() + timedelta(days=1))
    axe(chair)
    press(chair, "Plan the second round")
    expect(chair.get_by_role("heading", level=1)).to_contain_text("Rating round 2 Open")
    return first.followed_by


def decide(page, outcome, reason, *, chosen=None, written=None):
    """The chair records the decision on the area under discussion.

    `chosen` is (label, option) and `written` (label, text) where the outcome asks for more.
    """
    page.get_by_role("button", name=re.compile("^(Record|Correct) the decision")).click()
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Why?").fill(reason)
    if chosen:
        page.get_by_label(chosen[0]).select_option(chosen[1])
    if written:
        page.get_by_label(written[0]).fill(written[1])
    press(page, re.compile("^Record this"))
    expect(page.get_by_text("Decided:")).to_contain_text(reason)


def decide_all(page, meeting):
    """Three are prioritised, one of them on a condition; one joins another; one is put off."""
    page.goto(f"{TOPIC}meetings/{meeting.pk}/run/")
    decide(page, "Prioritised", "Services for carers differ.")
    start(page, meeting, 3)
    other = ("With which area?", AREAS[2])
    decide(page, "Merged with another area", "It is the same work.", chosen=other)
    start(page, meeting, 4)
    decide(page, "Deferred", "Data on access are awaited.")
    start(page, meeting, 0)
    assert chair_result(page) == worked.FIRST_RESULTS[0]
    decide(page, "Prioritised", "Assessment comes before all else.")
    start(page, meeting, 1)
    taking_part = "8 of 9 appointed voting members are here and take part; 5 are needed. 1 takes no"
    expect(page.locator(".qs-quorum")).to_contain_text(taking_part)
    condition = ("On which conditions?", "A source of data is found.")
    decide(page, "Prioritised", "Schools ask for it.", written=condition)
    start(page, meeting, 4)
    agreed = ("For which agreed reason?", "Needs discussion by the committee")
    decide(page, "Moved to additional areas", "The data show no difference.", chosen=agreed)


def chair_result(page):
    (section,) = tree_of(page).find_class("qs-result")
    return result_in(section)


def end(page, meeting):
    """The meeting ends, with the areas named on which nothing was decided."""
    page.goto(f"{TOPIC}meetings/{meeting.pk}/end/")
    expect(page.locator("main")).to_contain_text("4 areas on the agenda have no decision")
    axe(page)
    press(page, "End the meeting")
    expect(page.get_by_role("alert")).to_contain_text("The meeting has ended")


def check_decisions(page, topic):
    """The list tells what stands and what it corrected; drafting begins with the prioritised."""
    page.goto(f"{TOPIC}decisions/")
    axe(page)
    corrected = page.locator("section", has_text=AREAS[4])
    expect(corrected).to_contain_text("Moved to additional areas")
    expect(corrected).to_contain_text(re.compile("Replaced:.*deferred"))
    assert [area.title for area in prioritised_areas(topic)] == list(AREAS[:3])


def build_minutes(chair, member, topic):
    """The chair builds the minutes; a member reads them on screen and in each of the files."""
    chair.get_by_role("link", name="Minutes").click()
    press(chair, "Build the files")
    expect(chair.get_by_role("heading", name="Being built")).to_be_visible()
    running.run(topic.document_builds.get().job_id)
    expect(chair.get_by_role("button", name="Build it again")).to_be_visible()
    axe(chair)
    member.goto(chair.url)
    axe(member)
    for said in (member.locator("main").inner_text(), *map(words_in, downloads(member))):
        unbroken = "".join(said.split())
        expected = (*SAID_IN_MINUTES, *worked.IN_MINUTES)
        assert [one for one in expected if "".join(one.split()) not in unbroken] == []


def downloads(page):
    """The bytes of the three files, as Word, PDF and web page."""
    for name in ("Word", "PDF", "Web page"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name, exact=True).click()
        yield Path(waiting.value.path()).read_bytes()


def words_in(content):
    """The words of one of the three files."""
    if content.startswith(b"PK"):
        return " ".join(docx.Document(io.BytesIO(content)).element.body.itertext())
    if content.startswith(b"%PDF"):
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return html.document_fromstring(content).text_content()
