"""How far a topic's equality impact assessment is, for its pages and for whoever waits for it."""

from dataclasses import dataclass

from django.db.models import Count, Q

from qsdev.equality.models import EqualityStage, Stage, StageCompletion
from qsdev.equality.questions import QUESTIONS


@dataclass(frozen=True)
class StageProgress:
    """A stage of the assessment: what was recorded, and whether the lead completed it.

    `completion` is the one that stands, and is None where the stage is open.
    """

    stage: Stage
    row: EqualityStage | None
    issues: int
    withdrawn: int
    answered: int
    completion: StageCompletion | None
    was_reopened: bool

    @property
    def questions(self):
        """How many questions the stage asks."""
        return len(QUESTIONS[self.stage])

    @property
    def is_complete(self):
        return self.completion is not None

    @property
    def is_begun(self):
        return bool(self.issues or self.withdrawn or self.answered)

    @property
    def state(self):
        """Where it stands, in a word or two."""
        if self.is_complete:
            return "Completed"
        if self.was_reopened:
            return "Reopened"
        return "Under way" if self.is_begun else "Not begun"


def stages_of(topic):
    """Every stage of the assessment in order, with what was recorded and whether it is closed."""
    standing = Q(issues__withdrawn_at=None, issues__isnull=False)
    rows = topic.equality_stages.annotate(
        standing_issues=Count("issues", filter=standing),
        withdrawn_issues=Count("issues", filter=Q(issues__withdrawn_at__isnull=False)),
    )
    rows = {row.stage: row for row in rows.select_related("topic", "changed_by")}
    completions = StageCompletion.objects.filter(equality_stage__topic=topic)
    by_stage = {}
    for one in completions.select_related("completed_by").defer("content"):
        by_stage.setdefault(one.equality_stage_id, []).append(one)
    return [_progress(stage, rows.get(stage), by_stage) for stage in Stage]


def _progress(stage, row, by_stage):
    if row is None:
        return StageProgress(stage, None, 0, 0, 0, None, False)
    completions = by_stage.get(row.pk, [])
    return StageProgress(
        stage=stage,
        row=row,
        issues=row.standing_issues,
        withdrawn=row.withdrawn_issues,
        answered=sum(1 for one in QUESTIONS[stage] if row.answers.get(one.code, "").strip()),
        completion=next((one for one in completions if one.is_standing), None),
        was_reopened=any(not one.is_standing for one in completions),
    )


def is_complete(topic):
    """Whether every stage of the topic's assessment, up to the last, is completed."""
    closed = StageCompletion.objects.filter(equality_stage__topic=topic, reopened_at=None)
    return set(closed.values_list("equality_stage__stage", flat=True)) == set(Stage.values)


def is_closed(topic, stage):
    """Whether a stage is completed and was not reopened, so that nothing in it can be changed."""
    closed = StageCompletion.objects.filter(equality_stage__topic=topic, reopened_at=None)
    return closed.filter(equality_stage__stage=stage).exists()


def first_open(stages):
    """The first stage that is not closed, or None: where an area is taken over."""
    return next((one for one in stages if not one.is_complete), None)
