"""Pages of the trail: who opens them, what they never show, how much they ask of the database."""

import re

import pytest
from lxml import html

from qsdev.consultation.actions import redact_comment
from qsdev.consultation.tests.material import new_version
from qsdev.tests.test_pseudonyms import NAMES
from qsdev.topics.tests.pages import address, count_queries, first_column, words_of
from qsdev.trail import walks
from qsdev.trail.picture import draw
from qsdev.trail.templatetags.trail_links import address_of
from qsdev.trail.tests.pages import trail_of
from stakeholders.actions import file_suggestion, redact_passage
from stakeholders.models import SpecialistIdentity, Stakeholder
from statements.actions import draft_statement

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def pages_of(topic):
    """Every page of the trail, for the first rows of each kind."""
    recommendation = topic.statements.get(number=1).sources.first().recommendation_id
    who = Stakeholder.objects.contributing_to(topic)
    numbers = topic.suggestions.values_list("number", flat=True)
    return [
        address("trail:trail_list"),
        address("trail:stakeholder_trail_list"),
        address("trail:appendix_detail"),
        address("trail:recommendation_trail", recommendation),
        *(address("trail:statement_trail", number) for number in (1, 2)),
        *(address("trail:suggestion_trail", number) for number in numbers[:9]),
        *(address("trail:stakeholder_trail", one.pk) for one in who),
    ]


def test_trail_is_the_team_s_and_no_name_stands_behind_a_pseudonym(changed, client_as):
    lead, chair, member = (client_as(key) for key in ("lead", "chair", "specialist_member"))
    planted = {one.person_name for one in SpecialistIdentity.objects.all()}
    assert planted == set(NAMES)
    held = b""
    for page in pages_of(changed.topic):
        held += lead.get(page).content
        assert {chair.get(page).status_code, member.get(page).status_code} == {403}
    assert b"SCM1" in held
    assert [name for name in NAMES for word in name.split() if word.encode() in held] == []


def test_list_says_how_far_each_statement_is(changed, client_as):
    page = client_as("analyst").get(address("trail:trail_list"))
    assert first_column(page) == [str(one) for one in changed.topic.statements.order_by("number")]
    rows = [words_of(page, f"//tbody/tr[{place}]") for place in (1, 2)]
    assert "Changed after consultation" in rows[0]
    assert "Prioritised" in rows[0]
    assert "Put to consultation" in rows[1]
    assert "None recorded" in rows[1]


def test_picture_and_list_say_the_same(changed, client_as):
    trail = trail_of(changed)
    page = html.fromstring(client_as("analyst").get(trail_address(1)).content.decode())
    drawn = [text.text_content() for text in page.xpath("//main//*[local-name()='text']")]
    said = [words for step in trail.all_steps for words in (step.heading, *step.lines)]
    assert re.sub(r"\s", "", "".join(drawn)) == re.sub(r"\s", "", "".join(said))
    listed = [
        without_count(one.text_content())
        for one in page.xpath("//ol//h2 | //ol//h3 | //ol//p[contains(@class,'qs-missing')]")
    ]
    assert listed == said
    assert page.xpath("//main//*[@role='img']/@aria-label")[0].startswith(f"{changed}, its trail")


def test_older_versions_are_folded_and_still_there(changed, client_as, people):
    before = changed.versions.count()
    for number in range(4):
        new_version(changed.topic, 1, f"Sentence {number}.", people["analyst"])
    page = html.fromstring(client_as("analyst").get(trail_address(1)).content.decode())
    entry = page.get_element_by_id("versions")
    (folded,) = entry.xpath(".//details")
    assert len(entry.xpath("./h3")) == walks.NEWEST_VERSIONS
    assert len(folded.xpath(".//h3")) == before + 4 - walks.NEWEST_VERSIONS > 0
    summary = " ".join(folded.find("summary").text_content().split())
    assert summary == f"Versions: {before + 4 - walks.NEWEST_VERSIONS} more"


def trail_address(number):
    return address("trail:statement_trail", number)


def without_count(text):
    """A heading's words without the number of its links."""
    return re.sub(r" \(\d+\)$", "", " ".join(text.split()))


def test_words_of_people_are_no_markup_in_the_picture(changed, people):
    area = changed.area
    draft_statement(
        topic=changed.topic,
        area=area,
        short_title="<script>x</script>",
        by=people["analyst"],
    )
    picture = draw(walks.suggestion_trail(changed.topic, changed.topic.suggestions.get(number=4)))
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture


def test_link_leads_only_where_the_person_may_go(changed):
    trail = trail_of(changed)
    pages = {one.page for step in trail.all_steps for one in step.links if one.page}
    assert {address_of(page, frozenset()) for page in pages} == {""}
    allowed = frozenset({"statements.view_statements"})
    opened = {page.name for page in pages if address_of(page, allowed)}
    assert opened == {"statements:version_detail"}


def test_redacted_passages_show_their_mark(changed, people, client_as):
    suggestion, comment = changed.topic.suggestions.get(number=4), changed.topic.comments.first()
    passage, by = " ".join(suggestion.key_area.split()[:3]), people["analyst"]
    redact_passage(suggestion=suggestion, field="key_area", passage=passage, reason="R.", by=by)
    redact_comment(comment=comment, passage="too many", reason="Private.", by=by)
    client = client_as("analyst")
    of_suggestion = words_of(client.get(address("trail:suggestion_trail", 4)))
    of_statement = words_of(client.get(trail_address(1)))
    assert of_suggestion.count("[redacted]") == 2  # in the cell and in the words
    assert "counts [redacted] children" in of_statement
    assert passage not in of_suggestion + of_statement
    assert "too many" not in of_statement


def test_trails_take_as_many_queries_for_few_rows_as_for_many(changed, people, client_as):
    client, topic, by = client_as("analyst"), changed.topic, people["analyst"]
    who = topic.suggestions.get(number=4).stakeholder
    pages = [
        address("trail:trail_list"),
        trail_address(1),
        address("trail:suggestion_trail", 4),
        address("trail:stakeholder_trail", who.pk),
        address("trail:stakeholder_trail_list"),
    ]
    few = [count_queries(client, page) for page in pages]
    for suggestion in topic.suggestions.filter(number__range=(20, 40)):
        file_suggestion(suggestion=suggestion, area=changed.area, by=by)
    topic.suggestions.filter(number__range=(30, 50)).update(stakeholder=who)
    for number in range(3, 9):
        draft_statement(topic=topic, area=changed.area, short_title=f"Subject {number}", by=by)
    assert [count_queries(client, page) for page in pages] == few
