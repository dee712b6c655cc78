"""Steps of the committee's journey up to a round's results: declaring, rating, what came out.

Each persona does each thing in the browser at least once; where nine people do the same, others
send the same form without one.
"""

import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from lxml import html
from playwright.sync_api import expect

from qsdev.committee.models import Rating
from qsdev.tests import worked_ratings as worked
from qsdev.tests.browser import axe

SLUG = "childrens-attachment"
TOPIC = f"/topics/{SLUG}/committee/"
CRITERIA = ("Need for improvement", "Impact on outcomes", "Can be measured")
AREAS = (
    "Assessment of attachment difficulties",
    "Supporting children in schools",
    "Interventions for parents and carers",
    "Interventions for children",
    "Access to mental health services",
)
SCHOOLS = AREAS[1]
#: One member of each role; the others send the same form without a browser.
IN_BROWSER = ("chair", "standing_member", "specialist_member", "lay_member")
WHY_WITHDRAWN = "The school under discussion employs the member."


def press(page, name):
    page.get_by_role("button", name=name).click()


def fill_date(page, legend, day):
    group = page.get_by_role("group", name=legend)
    for part in ("day", "month", "year"):
        group.get_by_label(part.capitalize()).fill(str(getattr(day, part)))


def fill_times(page, opens_at):
    """A round that opens at that minute and closes after a week."""
    opens_at = timezone.localtime(opens_at)
    fill_date(page, "Opens on", opens_at)
    page.get_by_label("Opening time").fill(f"{opens_at:%H:%M}")
    fill_date(page, "Closes on", opens_at + timedelta(days=7))


def declare(page_of, client_of, topic):
    """Everyone has nothing to declare but one, whom the chair withdraws from an area."""
    page = page_of("chair")
    page.goto(f"{TOPIC}interests/")
    axe(page)
    press(page, "Nothing to declare for the 10 without an answer")
    expect(page.get_by_text("Nothing to declare, as of")).to_have_count(10)
    for key in (*worked.KEYS[1:], "invited_expert"):
        if key != "lay_three":
            client_of(key).post(reverse("committee:interest_none", args=[topic.slug]))
    declare_interest(page_of("lay_three"))
    withdraw(page)


def declare_interest(page):
    page.goto(f"{TOPIC}interests/")
    page.get_by_role("link", name=f"Answer for {SCHOOLS}").click()
    page.get_by_label("Direct financial").check()
    page.get_by_label("What is it?").fill("I am a teaching assistant at one of the schools.")
    axe(page)
    press(page, "Declare")
    press(page, "Nothing to declare for the 9 without an answer")
    expect(page.get_by_text("Nothing to declare, as of")).to_have_count(9)


def withdraw(page):
    """The chair acts on the interest that the register shows."""
    page.goto(f"{TOPIC}interests/register/")
    axe(page)
    page.get_by_role("link", name=re.compile("^Act on this ?: .* of Lay Three")).click()
    page.get_by_label("Withdrawal").check()
    page.get_by_label("Why?").fill(WHY_WITHDRAWN)
    axe(page)
    press(page, "Record this action")
    expect(page.locator("main")).to_contain_text(WHY_WITHDRAWN)
    expect(page.locator("main")).to_contain_text("Everyone has answered")


def plan_round(page):
    """The lead plans a round whose results the chair reveals."""
    page.goto(f"{TOPIC}rounds/")
    page.get_by_role("link", name="Plan a round").click()
    fill_times(page, timezone.now())
    page.get_by_label("Area by area, when the chair reveals them").check()
    axe(page)
    press(page, "Plan this round")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rating round 1 Open")


def rate_in_browser(page, overall):
    """Fill the form of the area that is open, and save it."""
    said = worked.given(overall)
    for name, score in zip((*CRITERIA, "Overall"), (*said["scores"], overall), strict=True):
        scale = page.get_by_role("group", name=name)
        scale.locator(f"input[value='{score}']").check(force=True)
    page.locator(f"input[name=proposal][value={said['proposal']}]").check()
    press(page, "Save your rating")
    expect(page.get_by_role("alert")).to_contain_text("Receipt")


def rate_by_form(client, round, rated_area, overall):
    """Send the same form."""
    said = worked.given(overall)
    keys = [f"criterion_{one.pk}" for one in round.criteria.all()]
    answer = client.post(
        reverse("committee:rating_edit", args=[round.topic.slug, round.number, rated_area.pk]),
        dict(zip(keys, said["scores"], strict=True))
        | {"overall": overall, "proposal": said["proposal"], "comment": "", "version": 0},
    )
    assert answer.status_code == 302


def rate(page_of, client_of, round, ratings, in_browser):
    """Each member of `in_browser` rates the first area there; all the rest is sent as a form.

    `ratings` is {place of the area in the round: overall ratings in the order of the members}.
    """
    areas = list(round.rated_areas.select_related("round__topic"))
    first, *_ = ratings
    for number, key in enumerate(worked.KEYS):
        for place, given in ratings.items():
            if place == first and key in in_browser:
                page_of(key).goto(f"{TOPIC}rounds/{round.number}/areas/{areas[place].pk}/")
                rate_in_browser(page_of(key), given[number])
            elif given[number] is not None:
                rate_by_form(client_of(key), round, areas[place], given[number])


def check_withdrawn(page, client, round):
    """Who takes no part finds no form, and one that is sent all the same saves nothing."""
    area = round.rated_areas.get(issued_area__title=SCHOOLS)
    address = f"{TOPIC}rounds/{round.number}/areas/{area.pk}/"
    page.goto(address)
    expect(page.locator("main")).to_contain_text("You take no part in this area")
    expect(page.locator("input[type=radio]")).to_have_count(0)
    axe(page)
    client.post(address, {"overall": 9, "proposal": "progress", "version": 0})
    assert not Rating.objects.filter(rated_area=area, member__name="Lay Three").exists()


def results_on(page, round):
    """What the results page prints of each area, as `worked_ratings` has it."""
    page.goto(f"{TOPIC}rounds/{round.number}/results/")
    axe(page)
    return [result_in(section) for section in tree_of(page).find_class("qs-result")]


def result_in(section):
    pairs = zip(section.iter("dt"), section.iter("dd"), strict=True)
    *_, medians = section.iter("table")
    return {
        "tags": [words(tag) for tag in section.find_class("govuk-tag")],
        **{words(key): words(value) for key, value in pairs},
        "medians": {name: rest for name, *rest in cells_of(medians)},
    }


def order_on(page, round):
    """The places that the page of the order prints, area by area."""
    page.goto(f"{TOPIC}rounds/{round.number}/order/")
    (table,) = tree_of(page).iter("table")
    return [tuple(places) for _, *places in cells_of(table)]


def cells_of(table):
    """The words of a table's cells, row by row."""
    return [
        [words(cell) for cell in row.iter("th", "td")] for row in table.find("tbody").iter("tr")
    ]


def tree_of(page):
    return html.document_fromstring(page.content())


def words(element):
    """An element's text, with one blank where the page breaks the line."""
    for line_break in element.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    return " ".join(element.text_content().split())


def close(page, round, rated):
    """The chair sees who has rated how many areas, and closes the round."""
    page.goto(f"{TOPIC}rounds/{round.number}/")
    for name, words in rated.items():
        expect(page.get_by_role("row", name=name)).to_contain_text(words)
    press(page, "Close the round now")
    expect(page.get_by_role("alert")).to_contain_text("is closed")


def check_hidden(page, round):
    """A member sees no result before the chair reveals it."""
    for name in ("results", "order"):
        page.goto(f"{TOPIC}rounds/{round.number}/{name}/")
        expect(page.locator("main")).to_contain_text(re.compile("reveal"))
        expect(page.locator("table, figure")).to_have_count(0)


def check_first(chair, member, round):
    """What the first round came to, for the chair alone until it is revealed."""
    assert results_on(chair, round) == list(worked.FIRST_RESULTS)
    assert order_on(chair, round) == list(worked.FIRST_ORDER)
    check_hidden(member, round)


def check_second(chair, member, round):
    """What the second round came to, for the chair and, once it is revealed, for a member."""
    assert results_on(chair, round) == list(worked.SECOND_RESULTS)
    assert order_on(chair, round) == list(worked.SECOND_ORDER)
    check_hidden(member, round)
    reveal_all(chair, round)
    own = ("8 (before: 9)", "5 (before: 6)", "4 (before: 3)")  # the second of KEYS
    assert results_on(member, round) == [
        result | {"Your rating": given}
        for result, given in zip(worked.SECOND_RESULTS, own, strict=True)
    ]
    assert order_on(member, round) == list(worked.SECOND_ORDER)


def reveal_all(page, round):
    """The chair shows members the results that they do not see yet."""
    page.goto(f"{TOPIC}rounds/{round.number}/results/")
    press(page, "Reveal all results")
    expect(page.get_by_role("alert")).to_contain_text("shown to the members")


def check_earlier(page, round):
    """In the second round a member sees what they gave in the first."""
    area = round.rated_areas.first()
    page.goto(f"{TOPIC}rounds/{round.number}/areas/{area.pk}/")
    expect(page.get_by_role("group", name="Overall")).to_contain_text(
        "You gave 9 in the round before"
    )
    axe(page)
