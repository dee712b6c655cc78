"""Journey: from an imported table to a published page, by those whose job each step is, and back.

An administrator imports, an analyst triages and writes, the lead issues and publishes, the chair
records what is decided, an organisation comments, everyone reads. Then the trail is walked from
the published statement to the raw cell, and from the organisation to the published statement.
"""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from qsdev.tests import publishing_steps as steps
from qsdev.tests.browser import axe


@pytest.fixture
def page_of(new_context, sign_in, people, settings, tmp_path):
    """`page_of("lead")`: the window in which that person is signed in; None for nobody."""
    settings.MEDIA_ROOT = tmp_path / "media"
    opened = {}

    def page(key):
        if key not in opened:
            opened[key] = new_context().new_page()
            if key:
                sign_in(opened[key], people[key])
        return opened[key]

    return page


def test_table_becomes_a_published_standard_and_the_trail_leads_back(page_of, demonstration):
    topic = demonstration
    analyst, lead, chair = map(page_of, ("analyst", "lead", "chair"))
    steps.import_table(page_of("administrator"), topic)
    steps.file(analyst)
    steps.build_paper(analyst, topic)
    steps.issue_paper(lead)
    steps.decide(chair, topic)
    steps.draft(analyst, topic)
    steps.open_consultation(lead, topic)
    steps.respond(page_of(None), steps.make_code(analyst))
    steps.close_consultation(lead, topic)
    steps.answer(analyst, topic)
    steps.issue_report(lead, topic)
    steps.agree(chair, topic)
    steps.validate(lead)
    steps.assess_equality(lead)
    steps.plan_publication(analyst)
    steps.publish(lead, topic)
    check_public(page_of(None))
    walk_down(analyst, topic)
    walk_up(analyst)


def check_public(page):
    """Everyone finds the standard, and in it the sentence as it was agreed after consultation."""
    page.goto(reverse("publication:standard_list"))
    page.get_by_role("link", name="Children's attachment").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Web page of comments of stakeholders").click()
    assert steps.COMMENT in Path(waiting.value.path()).read_text(encoding="utf-8")
    page.get_by_role("link", name=f"Statement 1: {steps.TITLE}").click()
    expect(page.locator("main")).to_contain_text(steps.AFTER)
    axe(page)


def walk_down(page, topic):
    """From the published sentence, link by link, to the words in the table's cell."""
    page.goto(reverse("trail:trail_list", args=[topic.slug]))
    page.get_by_role("link", name=f"Statement 1: {steps.TITLE}").click()
    for said in (steps.AFTER, steps.COMMENT, steps.WHY_DECIDED, steps.KEY_AREA):
        expect(page.locator("main")).to_contain_text(said)
    axe(page)
    page.get_by_role("link", name=re.compile(f": {steps.FILE_NAME}, ")).first.click()
    expect(page.locator("#raw-cells")).to_contain_text(steps.KEY_AREA)


def walk_up(page):
    """From the organisation's suggestion and comment to the statement that came of them."""
    page.get_by_role("link", name=re.compile(steps.ORGANISATION)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(steps.ORGANISATION)
    expect(page.locator("main")).to_contain_text(steps.COMMENT)
    page.get_by_role("link", name=f"Statement 1: {steps.TITLE}").first.click()
    page.get_by_role("link", name=re.compile("QS133")).first.click()
    expect(page.locator("main")).to_contain_text(steps.AFTER)
    expect(page).to_have_url(re.compile("/standards/QS133/"))
