"""Holding a stage of the assessment while it is changed; what is closed is not changed."""

from django.utils import timezone
from django.utils.formats import date_format

from qsdev.equality.models import EqualityStage, Stage
from qsdev.errors import RuleBroken
from qsdev.topics.actions.ordering import hold

CLOSED = (
    "“{stage}” was completed by {who} on {when}, so nothing in it can be changed. If something is "
    "wrong, the lead can reopen it with a reason."
)


def held_stage(topic, stage):
    """The row of a stage, made at the first need; one person at a time holds a topic's stages."""
    hold(topic.pk)
    row, _ = EqualityStage.objects.get_or_create(topic=topic, stage=Stage(stage))
    return row


def open_stage(topic, stage):
    """The row of a stage that is to be changed, held; refused where the stage is closed."""
    row = held_stage(topic, stage)
    completion = row.completions.filter(reopened_at=None).select_related("completed_by").first()
    if completion:
        day = date_format(timezone.localtime(completion.completed_at), "j F Y")
        raise RuleBroken(CLOSED.format(stage=row, who=completion.completed_by.name, when=day))
    return row
