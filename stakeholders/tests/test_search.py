"""Search in the contributors' words: it finds what is there, and nothing that was taken away."""

import pytest
from django.core.management import call_command
from django.db import connection

from qsdev.topics.actions import create_topic
from qsdev.topics.tests.pages import address, words_of
from stakeholders import actions, search_index
from stakeholders.models import Suggestion, searching
from stakeholders.models.choosing import SuggestionChoice
from stakeholders.models.searching import Search

pytestmark = pytest.mark.django_db


def found(topic, words, **filters):
    choice = SuggestionChoice(topic, words=words, **filters)
    return list(choice.following(0).values_list("number", flat=True))


def holding(topic, word):
    """The numbers of the suggestions in which the word stands, read one by one."""
    return [
        one.number
        for one in topic.suggestions.all()
        if word in " ".join(one.all_words).casefold().replace("-", " ").split()
    ]


def test_every_word_must_stand_there(demonstration):
    video, feedback = found(demonstration, "video"), found(demonstration, "feedback")

    assert set(holding(demonstration, "video")) <= set(video)
    assert found(demonstration, "video feedback") == sorted(set(video) & set(feedback))
    assert found(demonstration, "video xylophone") == []


def test_last_word_may_be_cut_short_and_endings_do_not_matter(demonstration):
    assert found(demonstration, "atta") == found(demonstration, "attachment") != []
    assert found(demonstration, "interventions") == found(demonstration, "intervention")


def test_number_finds_its_suggestion(demonstration):
    assert 12 in found(demonstration, "12")
    assert 12 in found(demonstration, " S12 ")


def test_filters_and_search_go_together(demonstration):
    area = demonstration.areas.first()

    both = found(demonstration, "children", area=str(area.pk))

    filed = set(area.filings.values_list("number", flat=True))
    assert both == [number for number in found(demonstration, "children") if number in filed]
    assert 0 < len(both) < len(filed | set(found(demonstration, "children")))


@pytest.mark.parametrize(
    "words",
    ['"', "' OR 1=1", "*", "NEAR(", "col:x", "AND OR NOT", "a\0b", "\ud800", "…", "&|!<->", ":*",
     "x" * 10_000, "x " * 5_000, "😀", "עברית", "%", "_", "--", ")("],
)  # fmt: skip
def test_hostile_words_find_little_and_harm_nothing(demonstration, words):
    assert len(found(demonstration, words)) < 50
    assert demonstration.suggestions.count() == 50


def test_words_of_another_topic_are_not_found(demonstration, people):
    other = create_topic(slug="other", title="Other", by=people["administrator"])

    assert found(other, "children") == []


def test_redacted_word_is_found_nowhere(demonstration, people, client_as):
    suggestion = demonstration.suggestions.get(number=11)
    word = "exclusion"
    assert 11 in found(demonstration, word)
    for one in demonstration.suggestions.filter(number__in=found(demonstration, word)):
        for field in ("key_area", "why_important", "why_key_area", "supporting_information"):
            if word in getattr(one, field):
                actions.redact_passage(
                    suggestion=one, field=field, passage=word, reason="Shown.", by=people["lead"]
                )

    assert suggestion.number not in found(demonstration, word)
    client = client_as("analyst")
    pages = [
        words_of(client.get(f"{address('stakeholders:triage')}?state=&words={asked}"))
        for asked in (word, "xylophones")
    ]
    assert "No suggestion to show" in pages[0]
    assert pages[0] == pages[1]


def test_person_behind_a_pseudonym_is_not_found(demonstration):
    assert found(demonstration, "Exampleton") == found(demonstration, "Wilhelmina") == []
    assert found(demonstration, "SCM1") == []  # nor by the pseudonym: there is a filter for it


def test_much_that_is_found_is_walked_in_the_list_s_order(demonstration, monkeypatch):
    area = demonstration.areas.first()
    whole = found(demonstration, "children")
    monkeypatch.setattr(searching, "FEW", 3)
    monkeypatch.setattr(searching, "FIRST_STRIDE", 2)
    choice = SuggestionChoice(demonstration, words="children")
    filtered = SuggestionChoice(demonstration, words="children", area=str(area.pk))

    assert found(demonstration, "children") == whole
    before = choice.preceding(whole[9], 4).values_list("number", flat=True)
    assert list(before) == whole[8:4:-1]
    after = choice.following(whole[4], 3).values_list("number", flat=True)
    assert list(after) == whole[5:8]
    assert (choice.count(), choice.count(most=5)) == (len(whole), 6)
    assert [choice.holds(whole[0]), choice.holds(999)] == [True, False]
    filed = set(area.filings.values_list("number", flat=True))
    assert filtered.count() == len(filed & set(whole))
    assert choice.rows.count() == len(whole)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps its index itself")
def test_index_is_put_back_after_a_migration(demonstration):
    search_index.take_away()
    call_command("migrate", verbosity=0)
    Suggestion.objects.filter(number=7).update(key_area="Xylophones for all")

    assert found(demonstration, "xylophones") == [7]
    Suggestion.objects.filter(number=7).update(key_area="")
    assert found(demonstration, "xylophones") == []


def test_import_that_is_undone_is_found_no_more(demonstration):
    assert Search(demonstration.pk, "children").among(demonstration.suggestions.all()).exists()
    Suggestion.objects.filter(number=7).update(key_area="Xylophones for all")
    demonstration.suggestions.get(number=7).filings.all().delete()
    demonstration.suggestions.get(number=7).citations.all().delete()
    demonstration.suggestions.filter(number=7).delete()

    assert found(demonstration, "xylophones") == []


FILTERS = {
    "none": {},
    "state": {"state": "to_triage"},
    "waiting": {"state": "waiting"},
    "area": {"area": "1"},
    "stakeholder": {"stakeholder": "1"},
    "kind": {"kind": "evidence_source"},
    "assignee": {"assignee": "1"},
    "nobody": {"assignee": "nobody"},
    "import": {"import_record": "1"},
}


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL plans by its statistics")
@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
def test_lists_are_read_by_an_index_in_their_order(demonstration, filters):
    choice = SuggestionChoice(demonstration, **filters)

    for rows in (choice.following(10), choice.preceding(10)):
        plan = rows.explain()
        assert "SEARCH stakeholders_suggestion USING" in plan
        assert "SCAN" not in plan
        if filters.get("state") != "waiting":  # two states are two runs of the index
            assert "TEMP B-TREE" not in plan


def test_vendor_is_known():
    assert connection.vendor in search_index.CREATE
