"""Splitting: each part quotes the words it takes and is filed by itself; the original stays."""

import pytest
from playwright.sync_api import expect

from qsdev.errors import EditCollision, RuleBroken
from qsdev.tests.browser import axe
from qsdev.topics.tests.pages import address, words_of
from stakeholders import actions
from stakeholders.models import Suggestion, SuggestionPart, SuggestionState
from stakeholders.models.standing import standing_of

SPLIT = "stakeholders:suggestion_split"


@pytest.fixture
def analyst(people):
    return people["analyst"]


@pytest.fixture
def suggestion(demonstration, analyst):
    """A suggestion that waits for its place."""
    suggestion = demonstration.suggestions.get(number=11)
    actions.take_back_to_triage(suggestion=suggestion, by=analyst)
    suggestion.refresh_from_db()
    return suggestion


@pytest.fixture
def areas(demonstration):
    return list(demonstration.areas.main())


def passages(suggestion):
    """Two sentences of the suggestion, from two of its columns."""
    return [
        suggestion.why_important.split(". ")[0],
        suggestion.why_key_area.split(". ")[0],
    ]


def split(suggestion, by):
    one, other = passages(suggestion)
    actions.split_suggestion(suggestion=suggestion, parts=[[one], [other]], by=by)
    return list(suggestion.parts.current())


def state_of(suggestion):
    return Suggestion.objects.get(pk=suggestion.pk).state


def test_parts_quote_their_words_by_column(suggestion, analyst):
    one, other = passages(suggestion)
    respaced = f"\n{one.replace(' ', chr(10), 2)}  "

    actions.split_suggestion(suggestion=suggestion, parts=[[respaced, other], [other]], by=analyst)

    a, b = suggestion.parts.current()
    assert (a.letter, a.quotes) == ("a", {"why_important": one, "why_key_area": other})
    assert (b.letter, b.quotes) == ("b", {"why_key_area": other})
    assert a.labelled_quotes[0] == ("Why is this important?", one)


def test_suggestion_is_filed_once_all_its_parts_are(suggestion, areas, analyst):
    a, b = split(suggestion, analyst)
    states = [state_of(suggestion)]
    for part, area in ((a, areas[0]), (b, areas[1])):
        actions.file_part(part=part, area=area, by=analyst)
        states.append(state_of(suggestion))

    assert states == ["to_triage", "to_triage", "filed"]
    assert Suggestion.objects.filed_in(areas[0]).filter(pk=suggestion.pk).count() == 1


def test_parts_may_share_an_area_with_the_whole(suggestion, areas, analyst):
    actions.file_suggestion(suggestion=suggestion, area=areas[0], by=analyst)
    for part in split(suggestion, analyst):
        actions.file_part(part=part, area=areas[0], by=analyst)

    assert suggestion.filings.filter(area=areas[0]).count() == 3
    assert Suggestion.objects.filed_in(areas[0]).filter(pk=suggestion.pk).count() == 1
    assert suggestion.own_filing.part is None


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([["{one}"]], "at least two parts"),
        ([["{one}"], []], "Part b takes no words"),
        ([["{one}"], ["Words that nobody wrote."]], "Part b: “Words that nobody wrote.”"),
    ],
)
def test_split_that_breaks_a_rule_changes_nothing(suggestion, analyst, parts, words):
    one, _ = passages(suggestion)
    filled = [[passage.replace("{one}", one) for passage in part] for part in parts]

    with pytest.raises(RuleBroken, match=words):
        actions.split_suggestion(suggestion=suggestion, parts=filled, by=analyst)

    assert SuggestionPart.objects.count() == 0


def test_what_is_split_is_not_split_again(suggestion, analyst):
    split(suggestion, analyst)

    with pytest.raises(RuleBroken, match="split already"):
        split(suggestion, analyst)


def test_split_of_what_changed_meanwhile_is_refused(suggestion, areas, analyst, people):
    actions.file_suggestion(suggestion=suggestion, area=areas[0], by=people["lead"])

    with pytest.raises(EditCollision, match=people["lead"].name):
        actions.split_suggestion(
            suggestion=suggestion, parts=[], by=analyst, version=suggestion.version
        )


def test_split_and_join_are_undone_with_where_the_parts_were(
    demonstration, suggestion, areas, analyst
):
    before = standing_of(suggestion)
    a, _ = split(suggestion, analyst)
    actions.file_part(part=a, area=areas[0], by=analyst)
    parted = standing_of(suggestion)
    actions.join_suggestion(suggestion=suggestion, by=analyst)
    assert (standing_of(suggestion).parts, suggestion.parts.count()) == ((), 2)

    actions.undo_step(step=demonstration.triage_steps.last_of(analyst), by=analyst)
    assert standing_of(suggestion) == parted
    for _ in range(2):
        actions.undo_step(step=demonstration.triage_steps.last_of(analyst), by=analyst)
    assert standing_of(suggestion) == before


def test_part_that_was_joined_is_not_filed(suggestion, areas, analyst):
    a, _ = split(suggestion, analyst)
    actions.join_suggestion(suggestion=suggestion, by=analyst)

    with pytest.raises(RuleBroken, match="joined with the others"):
        actions.file_part(part=a, area=areas[0], by=analyst)


def test_redaction_reaches_what_parts_quote(suggestion, analyst):
    a, _ = split(suggestion, analyst)
    word = a.quotes["why_important"].split()[0]

    actions.redact_passage(
        suggestion=suggestion, field="why_important", passage=word, reason="A name.", by=analyst
    )

    a.refresh_from_db()
    assert "[redacted]" in a.quotes["why_important"]
    assert not a.quotes["why_important"].startswith(word)


def test_page_says_what_no_part_takes(suggestion, analyst, client_as):
    split(suggestion, analyst)

    page = words_of(client_as("analyst").get(address("stakeholders:suggestion_detail", 11)))

    assert "Words that no part takes: Supporting pupils with attachment" in page
    assert page.count("Not yet filed") == 2


def test_error_on_the_page_keeps_what_was_typed(suggestion, client_as):
    sent = {"part_a": "Nobody wrote this.", "part_b": "", "version": suggestion.version}

    response = client_as("analyst").post(address(SPLIT, 11), sent)

    assert response.status_code == 422
    assert ">\nNobody wrote this.</textarea>" in response.content.decode()


def test_another_part_is_added_without_losing_words(suggestion, client_as):
    sent = {"part_a": "Kept a.", "part_b": "Kept b.", "parts": "2", "more": "1", "version": "1"}

    response = client_as("analyst").post(address(SPLIT, 11), sent)

    page = response.content.decode()
    assert response.status_code == 200
    assert [words in page for words in ("Kept a.", "Kept b.", 'name="part_c"')] == [True] * 3
    assert 'name="parts" value="3"' in page


def test_words_are_selected_into_parts(page, sign_in, suggestion, analyst):
    sign_in(page, analyst)
    page.goto(address(SPLIT, 11))
    axe(page)
    for letter, place in (("a", 0), ("b", 1)):
        page.locator("#words-to-split .qs-words").nth(place).select_text()
        page.get_by_role("button", name=f"Put the selected words into part {letter}").click()
    page.get_by_role("button", name="Split into these parts").click()

    expect(page.get_by_role("heading", name="Part b")).to_be_visible()
    axe(page)
    assert suggestion.parts.current().count() == 2
    assert suggestion.state == SuggestionState.TO_TRIAGE


def test_parts_are_filed_without_javascript(javascript_off, sign_in, suggestion, analyst, areas):
    page = javascript_off
    split(suggestion, analyst)
    sign_in(page, analyst)
    page.goto(address("stakeholders:suggestion_detail", 11))
    page.get_by_role("link", name="File part a").click()
    page.get_by_label("Area of this part").select_option(areas[1].title)
    page.get_by_role("button", name="File this part").click()

    expect(page.get_by_text("Part a of suggestion 11 is filed under")).to_be_visible()
    assert suggestion.filings.get().area == areas[1]
