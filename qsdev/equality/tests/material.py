"""What the tests of the assessment share: its acts, by the people whose job each is."""

from qsdev.equality import actions
from qsdev.equality.content import content_by_stage, fingerprint
from qsdev.equality.models import Group, RaisedIn, Stage
from qsdev.equality.questions import QUESTIONS

WORDS = "A child who moves between carers may be assessed by strangers."
DONE = "Each statement names continuity of care."


class Assessment:
    """A topic's assessment with its analyst and its lead."""

    def __init__(self, topic, people):
        self.topic = topic
        self.analyst, self.lead = people["analyst"], people["lead"]

    def issue(self, stage=Stage.ENGAGEMENT, **said):
        """Record an issue; what is not said is something."""
        given = {
            "groups": [Group.AGE, Group.LOOKED_AFTER],
            "description": WORDS,
            "response": DONE,
            "raised_in": RaisedIn.ENGAGEMENT,
            "by": self.analyst,
        }
        return actions.record_issue(topic=self.topic, stage=stage, **given | said)

    def answer(self, stage=Stage.ENGAGEMENT, version=None, words="Nobody is left out."):
        """Answer every question of a stage with the same words."""
        row = self.topic.equality_stages.filter(stage=stage).first()
        return actions.answer_questions(
            topic=self.topic,
            stage=stage,
            version=version or (row.version if row else 1),
            answers={one.code: words for one in QUESTIONS[stage]},
            by=self.analyst,
        )

    def seen(self, stage):
        """The fingerprint of a stage as a page shows it now."""
        return fingerprint(content_by_stage(self.topic)[stage])

    def complete(self, stage=Stage.ENGAGEMENT, **more):
        """Complete a stage as it is now."""
        given = {"seen": self.seen(stage), "by": self.lead} | more
        return actions.complete_stage(topic=self.topic, stage=stage, **given)

    def reopen(self, stage=Stage.ENGAGEMENT, reason="A group was forgotten."):
        return actions.reopen_stage(topic=self.topic, stage=stage, reason=reason, by=self.lead)

    def take_over(self, stage=Stage.ENGAGEMENT, area=None):
        """Take over an area, the demonstration's only one unless another is named."""
        area = area or self.topic.areas.get(reason="equality_assessment")
        return actions.take_over_area(topic=self.topic, stage=stage, area=area, by=self.analyst)
