"""Hints explain themselves, decide nothing, and are made anew as decisions come in."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.jobs import running
from qsdev.jobs.models import Job
from qsdev.topics.tests.pages import address, count_queries, words_of
from stakeholders import actions
from stakeholders.actions.hinting import MAKE_HINTS
from stakeholders.hints.asking import ask
from stakeholders.hints.ranking import alike, near_groups, near_texts
from stakeholders.models import AreaHint, DuplicateHint, HintRun
from stakeholders.models.register import name_key

pytestmark = pytest.mark.django_db
TITLES = ["Boots and shoes", "Guides for walkers"]
TEXTS = ["Lend boots to children", "Guides who know the hills", "Warm boots for all children", ""]


@pytest.fixture
def analyst(people):
    return people["analyst"]


@pytest.fixture
def waiting(demonstration, analyst):
    """The demonstration with suggestion 21 back in triage, and its hints."""
    actions.take_back_to_triage(suggestion=demonstration.suggestions.get(number=21), by=analyst)
    make_hints(demonstration, analyst)
    return demonstration


def make_hints(topic, by):
    """Ask for hints and let the job do its work; None where nothing was asked for."""
    job = actions.ask_for_hints(topic=topic, by=by)
    return running.run(job.pk) if job else None


def test_text_is_near_the_group_that_shares_its_words():
    (found,) = near_groups(TEXTS, TITLES, [0, 1, None, None], [2])

    assert (found[0].place, found[0].terms) == (0, ("boots", "children"))


def test_group_without_texts_is_its_title():
    (found,) = near_groups(TEXTS, TITLES, [None] * 4, [1])

    assert [(near.place, near.terms) for near in found] == [(1, ("guides",))]


def test_text_is_left_out_of_its_own_group():
    titles = ["Guides", "Shoes"]

    (alone,) = near_groups(["Boots for all"], titles, [0], [0])
    (mine,) = near_groups(["Boots for all", "Boots too"], titles, [0, 0], [0])

    assert alone == []
    assert [(near.place, near.terms) for near in mine] == [(0, ("boots",))]


@pytest.mark.parametrize("texts", [[""], ["1 2 3", "…"], ["a b"]])
def test_texts_without_words_are_near_nothing(texts):
    assert near_groups(texts, ["7"], [None] * len(texts), [0]) == [[]]
    assert alike(texts) == []
    assert near_texts(texts, ["8"]) == [[] for _ in texts]


def test_child_answers_as_the_module_does_and_always_the_same():
    question = {
        "alike": TEXTS,
        "groups": {"texts": TEXTS, "titles": TITLES, "groups": [0, 1, None, None], "asked": [2]},
        "near": {"queries": ["boots"], "texts": TEXTS},
    }
    answer = ask(question)

    assert answer == ask(question)
    assert answer["groups"][0][0][0] == 0
    assert answer["near"][0][0][2] == ["boots"]


def test_hint_says_by_which_words_it_was_made(waiting):
    suggestion = waiting.suggestions.get(number=21)
    first = suggestion.area_hints.get(place=1)

    mine = name_key(" ".join(suggestion.all_words))
    filed = [one.suggestion for one in first.area.filings.select_related("suggestion")]
    theirs = name_key(" ".join([first.area.title, *(" ".join(one.all_words) for one in filed)]))
    assert first.area.title == "Interventions for parents and carers"
    assert 0 < len(first.shared_terms) <= 4
    assert all(term in mine and term in theirs for term in first.shared_terms)


def test_only_what_waits_has_likely_areas(waiting):
    assert set(AreaHint.objects.values_list("suggestion__number", flat=True)) == {21}
    assert [hint.place for hint in AreaHint.objects.order_by("place")] == [1, 2, 3]


def test_hints_are_made_anew_once_something_was_decided(waiting, analyst):
    assert make_hints(waiting, analyst) is None  # a moment ago
    HintRun.objects.update(made_at=timezone.now() - timedelta(minutes=1))
    assert make_hints(waiting, analyst) is None  # nothing was decided since

    area = waiting.areas.first()
    actions.file_suggestion(suggestion=waiting.suggestions.get(number=21), area=area, by=analyst)
    assert make_hints(waiting, analyst).is_finished
    assert AreaHint.objects.count() == 0


def test_undoing_counts_as_a_decision(waiting, analyst):
    HintRun.objects.update(made_at=timezone.now() - timedelta(minutes=1))
    step = waiting.triage_steps.last_of(analyst)
    actions.undo_step(step=step, by=analyst)

    assert make_hints(waiting, analyst).is_finished


def test_asked_twice_one_job_is_under_way(demonstration, analyst):
    first = actions.ask_for_hints(topic=demonstration, by=analyst)

    assert first
    assert actions.ask_for_hints(topic=demonstration, by=analyst) is None
    assert Job.objects.of(MAKE_HINTS, demonstration.pk).count() == 1


def test_late_worker_does_not_replace_newer_hints(waiting):
    newest = HintRun.objects.get(topic=waiting).last_step

    kept = actions.replace_hints(topic=waiting, last_step=newest - 1, areas=[], duplicates=[])

    assert (kept, AreaHint.objects.count()) == (False, 3)


def test_hints_are_no_events(waiting):
    verbs = set(Event.objects.filter(topic_id=waiting.pk).values_list("verb", flat=True))
    assert not any("hint" in verb for verb in verbs)


def test_redaction_forgets_what_the_words_had_a_part_in(waiting, analyst):
    suggestion = waiting.suggestions.get(number=21)
    DuplicateHint.objects.create(
        suggestion=waiting.suggestions.get(number=22), other=suggestion, score=0.9
    )
    word = suggestion.key_area.split()[0]

    actions.redact_passage(
        suggestion=suggestion, field="key_area", passage=word, reason="A name.", by=analyst
    )

    assert not suggestion.area_hints.exists()
    assert not DuplicateHint.objects.filter(other=suggestion).exists()


def workbench(number=21):
    return address("stakeholders:suggestion_triage", number)


def test_hint_stands_apart_and_chooses_nothing(waiting, client_as):
    page = client_as("analyst").get(workbench())

    words = words_of(page)
    assert "The machine’s hint, no decision" in words
    assert "Perhaps 3. Interventions for parents and carers : both speak of" in words
    assert " checked" not in page.content.decode()


def test_hints_that_are_switched_off_show_nowhere(waiting, people, client_as):
    client = client_as("analyst")
    back = f"{address('stakeholders:stakeholder_list')}"
    response = client.post(
        f"/accounts/preferences/?next={back}", {"name": "shows_hints", "value": "off"}
    )
    assert response["Location"] == back

    for page in (workbench(), address("stakeholders:suggestion_detail", 21)):
        answer = client.get(page)
        assert "The machine" not in words_of(answer)
    assert "The machine" in words_of(client_as("lead").get(workbench()))


def test_switch_that_is_none_is_refused(people, client_as):
    client = client_as("analyst")
    for sent in ({"name": "is_administrator", "value": "on"}, {}):
        client.post("/accounts/preferences/", sent)

    people["analyst"].refresh_from_db()
    assert people["analyst"].is_administrator is False


def test_pairs_that_are_merged_are_no_longer_hinted_at(waiting, analyst, client_as):
    one, other = waiting.suggestions.get(number=21), waiting.suggestions.get(number=2)
    DuplicateHint.objects.create(
        suggestion=one, other=other, score=0.9, shared_terms=["video", "feedback"]
    )
    page = words_of(client_as("analyst").get(workbench()))
    assert "it may say the same as" in page
    assert ": both speak of video, feedback" in page

    actions.merge_suggestion(suggestion=one, into=other, by=analyst)
    assert "it may say the same as" not in words_of(client_as("analyst").get(workbench()))


def test_workbench_asks_for_hints_when_it_is_opened(demonstration, client_as):
    client_as("analyst").get(address("stakeholders:triage"))

    assert Job.objects.of(MAKE_HINTS, demonstration.pk).under_way().count() == 1


def test_names_that_look_alike_are_shown_with_their_words(demonstration, people, client_as):
    client = client_as("lead")
    page = address("stakeholders:stakeholder_list")
    assert "names that look alike" not in words_of(client.get(page))
    few = count_queries(client, page)
    actions.add_stakeholder(
        name="Institute for Health Visiting", abbreviation="IfHV", by=people["lead"]
    )

    words = words_of(client.get(page))
    assert "names that look alike" in words
    assert " : both say health, institute, visiting" in words
    assert count_queries(client, page) == few


def test_web_process_does_not_load_what_computes_hints():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import django; django.setup(); import qsdev.urls, stakeholders.tasks, sys;"
            " print('sklearn' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
