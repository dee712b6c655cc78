"""Several people at the same comments, responses and imports at once: nothing lost or doubled."""

from collections import Counter
from itertools import chain

import pytest

from qsdev.consultation import actions
from qsdev.consultation.models import (
    Comment,
    CommentImport,
    CommentStep,
    OrganisationResponse,
    Theme,
)
from qsdev.consultation.tests.material import five_comments, organisations, say_about, submit
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.models import Stakeholder
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS, WRITERS = 6, 8


class Writer:
    """Adds a line of its own to the response of each comment and theme, from what it has read.

    Between its lines it puts all comments into one of the themes together, as others do.
    """

    def __init__(self, round, themes, number, person):
        self.round, self.themes, self.number, self.person = round, themes, number, person
        self.told = 0

    def write(self):
        for turn in range(ROUNDS):
            theme = self.themes[(self.number + turn) % len(self.themes)]
            line = f"{self.number}.{turn}"
            while not self.on_comment(1 + turn % 2, theme, line):
                self.told += 1
            while not self.on_theme(theme, line):
                self.told += 1
            actions.put_into_theme(
                topic=self.round.topic, numbers=[1, 2, 3], theme=theme, by=self.person
            )
        return self.number

    def on_comment(self, number, theme, line):
        seen = Comment.objects.select_related("round").get(round=self.round, number=number)
        return self.saved(actions.answer_comment, seen, line, comment=seen, theme=theme)

    def on_theme(self, theme, line):
        seen = Theme.objects.get(pk=theme.pk)
        return self.saved(actions.change_theme, seen, line, theme=seen, title=seen.title)

    def saved(self, action, seen, line, **about):
        about |= {"answer": f"{seen.answer}\n{line}", "answer_state": "drafted", "assignee": None}
        try:
            action(version=seen.version, by=self.person, **about)
        except EditCollision:
            return False
        return True


def lines_of(rows):
    return sorted(chain.from_iterable(row.answer.split() for row in rows))


def test_eight_people_answer_the_same_comments_and_no_line_is_lost(round, comments, people):
    by = people["analyst"]
    themes = [actions.add_theme(round=round, title=title, by=by) for title in ("Data", "Wording")]
    writers = [Writer(round, themes, number, by) for number in range(WRITERS)]

    assert at_once([one.write for one in writers]) == list(range(WRITERS))

    assert sum(one.told for one in writers) > 0
    written = sorted(f"{n}.{turn}" for n in range(WRITERS) for turn in range(ROUNDS))
    assert lines_of(round.comments.all()) == written
    assert lines_of(round.themes.all()) == written
    saved = sum(round.comments.filter(number__lte=2).values_list("version", flat=True)) - 2
    steps = CommentStep.objects.filter(round=round).prefetch_related("changes__comment")
    moved = [one for step in steps for one in step.changes.all() if one.comment.number <= 2]
    assert saved == len(written) + len(moved)  # each version is an answer or a step, no other
    assert len({tuple(round.comments.values_list("theme", flat=True)[:3])}) == 1


def test_undoing_a_step_twice_at_once_puts_back_once(round, comments, people):
    by = people["analyst"]
    theme = actions.add_theme(round=round, title="Data", by=by)
    actions.put_into_theme(topic=round.topic, numbers=[1, 2, 3], theme=theme, by=by)
    step = CommentStep.objects.get()

    results = at_once([lambda: actions.undo_comment_step(step=step, by=by)] * 2)

    assert Counter(map(type, results)) == {tuple: 1, RuleBroken: 1}
    assert set(round.comments.filter(number__lte=3).values_list("version", flat=True)) == {3}


def test_two_leads_submit_one_response(round, people):
    stakeholder = Stakeholder.objects.get(name=organisations()[0])
    _, words = actions.make_code(
        round=round, stakeholder=stakeholder, kind="lead", by=people["lead"]
    )
    codes = at_once([lambda: actions.use_code(words=words, address=None)] * 2)
    assert codes[0] == codes[1]
    actions.draft_comment(code=codes[0], text="We agree.")
    say_about(codes[0])

    results = at_once([lambda name=name: submit(codes[0], name) for name in "AB"])

    assert Counter(map(type, results)) == {OrganisationResponse: 1, RuleBroken: 1}
    response = round.organisation_responses.get()
    assert [one.text for one in response.comments.all()] == ["We agree."]
    assert response.receipt


def test_two_confirm_one_import_and_each_comment_comes_once(round, imports, people):
    import_record = imports(five_comments() + "Nobody has heard of us,1,Unheard.\n")

    def confirm(name):
        mine = CommentImport.objects.get(pk=import_record.pk)
        return lambda: actions.confirm_import(
            import_record=mine, version=mine.version, by=people[name]
        )

    results = at_once([confirm("analyst"), confirm("lead")])

    assert Counter(map(type, results)) == {CommentImport: 1, RuleBroken: 1}
    numbers = round.comments.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5]
    row = import_record.rows.get(is_refused=True)
    corrections = {"organisation": organisations()[0]}
    actions.correct_refused_row(row=row, corrections=corrections, by=people["lead"])

    results = at_once([lambda: actions.import_refused_row(row=row, by=people["lead"])] * 2)

    assert Counter(map(type, results)) == {Comment: 1, RuleBroken: 1}
    assert round.comments.filter(text="Unheard.").count() == 1


def test_draft_is_withdrawn_or_a_response_begun_and_never_both(round, people):
    stakeholder, by = Stakeholder.objects.get(name=organisations()[0]), people["lead"]
    _, words = actions.make_code(round=round, stakeholder=stakeholder, kind="lead", by=by)
    draft = round.consultation_draft

    results = at_once(
        [
            lambda: actions.withdraw_draft(draft=draft, reason="To be changed.", by=by),
            lambda: actions.use_code(words=words, address=None),
        ]
    )

    assert sum(isinstance(one, RuleBroken) for one in results) == 1
    draft.refresh_from_db()
    assert round.organisation_responses.exists() == (draft.round_id is not None)
