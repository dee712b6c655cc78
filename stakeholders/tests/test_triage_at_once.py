"""Several people in triage at the same moment: each is told, nothing is lost or doubled."""

import threading
from collections import Counter
from itertools import pairwise

import pytest
from django.db import connection

from qsdev.audit.models import Chain, Event
from qsdev.errors import EditCollision, RuleBroken
from stakeholders import actions
from stakeholders.models import Filing, Suggestion, TriageStep
from stakeholders.models.standing import Standing, standing_of

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS, WRITERS = 50, 8


def at_once(tasks):
    """Run the tasks in threads of their own, and return what each returned or raised."""
    ready, results = threading.Barrier(len(tasks)), [None] * len(tasks)

    def run(place, task):
        ready.wait()
        try:
            results[place] = task()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class Writer:
    """Files one suggestion in turn under two areas, always from the version that it has read."""

    def __init__(self, suggestion, areas, person):
        self.suggestion, self.areas, self.person = suggestion, areas, person
        self.filed = self.told = 0

    def write(self):
        while self.filed < ROUNDS:
            seen = Suggestion.objects.get(pk=self.suggestion.pk)
            area = self.areas[seen.version % 2]
            try:
                actions.file_suggestion(
                    suggestion=seen, area=area, by=self.person, version=seen.version
                )
                self.filed += 1
            except EditCollision:
                self.told += 1
        return self.filed


def test_no_update_is_lost_in_fifty_rounds_of_eight_writers(demonstration, people):
    suggestion = demonstration.suggestions.get(number=11)
    areas = list(demonstration.areas.main())[2:4]
    before, steps = suggestion.version, TriageStep.objects.count()
    writers = [Writer(suggestion, areas, people["analyst"]) for _ in range(WRITERS)]

    assert at_once([writer.write for writer in writers]) == [ROUNDS] * WRITERS

    made = ROUNDS * WRITERS
    suggestion.refresh_from_db()
    assert suggestion.version == before + made
    assert Filing.objects.filter(suggestion=suggestion, is_own=True).count() == 1
    new = list(TriageStep.objects.order_by("pk")[steps:])
    assert len(new) == made
    changes = [step.changes.get() for step in new]
    assert all(one.after == two.before for one, two in pairwise(changes))
    assert Standing.from_json(changes[-1].after) == standing_of(suggestion)
    events = Event.objects.filter(topic_id=demonstration.pk, verb="filed")
    assert events.filter(detail__step__in=[step.pk for step in new]).count() == made
    chain = Chain.objects.get(pk=demonstration.pk)
    assert chain.length == Event.objects.filter(topic_id=demonstration.pk).count()


def test_step_that_two_undo_at_once_is_undone_once(demonstration, people):
    suggestion = demonstration.suggestions.get(number=11)
    before = standing_of(suggestion)
    area = demonstration.areas.first()
    step = actions.file_suggestion(suggestion=suggestion, area=area, by=people["analyst"])

    results = at_once(
        [
            lambda person=person: actions.undo_step(step=step, by=people[person])
            for person in ("analyst", "lead")
        ]
    )

    assert Counter(map(type, results)) == {TriageStep: 1, RuleBroken: 1}
    assert standing_of(suggestion) == before


def test_bulk_steps_over_the_same_suggestions_wait_for_one_another(demonstration, people):
    first, second = list(demonstration.areas.main())[:2]

    def file(numbers, area):
        return lambda: actions.file_suggestions(
            topic=demonstration,
            suggestions=demonstration.suggestions.filter(number__in=numbers),
            area=area,
            by=people["analyst"],
        )

    results = at_once([file(range(1, 31), first), file(range(30, 0, -1), second)] * 3)

    assert all(isinstance(one, TriageStep) or one is None for one in results)
    own = Filing.objects.filter(number__lte=30, is_own=True, suggestion__topic=demonstration)
    assert own.count() == 30
    assert len(set(own.values_list("area", flat=True))) == 1
