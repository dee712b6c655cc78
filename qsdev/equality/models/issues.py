"""Issues of equality: whom each concerns, what it is, and how it is dealt with."""

from django.db import models
from django.db.models import Q

from qsdev.equality.models.groups import Group
from qsdev.equality.models.stages import EqualityStage
from qsdev.topics.models import ImprovementArea, Topic
from qsdev.topics.models.versioned import Versioned
from qsdev.topics.models.withdrawable import Withdrawable, withdrawn_says_why
from stakeholders.models import Suggestion
from statements.models import QualityStatement


class RaisedIn(models.TextChoices):
    """Where an issue was raised."""

    ENGAGEMENT = "engagement", "Topic engagement"
    COMMITTEE = "committee", "Committee"
    CONSULTATION = "consultation", "Consultation"
    TEAM = "team", "NICE team"


class EqualityIssueQuerySet(models.QuerySet):
    def standing(self):
        """Issues that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def withdrawn(self):
        return self.exclude(withdrawn_at=None)


class EqualityIssue(Versioned, Withdrawable):
    """One issue that was identified at a stage, and how it was or will be dealt with.

    For example issue 2: "Babies in foster care may change carers before an assessment ends", to be
    named in the considerations of statement 1. The number is its own in the topic for good; an
    issue that was withdrawn keeps it, and the reason.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="equality_issues")
    equality_stage = models.ForeignKey(
        EqualityStage, on_delete=models.PROTECT, related_name="issues"
    )
    number = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=300, blank=True, help_text="Whom exactly, in own words.")
    description = models.TextField("what the issue is")
    response = models.TextField("how it was or will be dealt with", blank=True)
    raised_in = models.CharField(max_length=20, choices=RaisedIn)
    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="equality_issues", null=True
    )
    statement = models.ForeignKey(
        QualityStatement, on_delete=models.PROTECT, related_name="equality_issues", null=True
    )
    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.PROTECT, related_name="equality_issues", null=True
    )
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="continued_by", null=True
    )

    objects = EqualityIssueQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="equality_issue_number_once"),
            models.CheckConstraint(condition=~Q(description=""), name="equality_issue_is_said"),
            models.CheckConstraint(
                condition=~Q(continues=models.F("id")), name="equality_issue_continues_another"
            ),
            withdrawn_says_why("withdrawing_an_equality_issue_says_why"),
        ]

    def __str__(self):
        return f"Issue {self.number}"

    @property
    def stage(self):
        """The stage at which it was recorded."""
        return self.equality_stage.stage

    @property
    def groups(self):
        """Whom it concerns, in the order of the Act, then the other disadvantages."""
        named = {one.group for one in self.concerned_groups.all()}
        return [group for group in Group if group in named]


class ConcernedGroup(models.Model):
    """That an issue concerns a characteristic or a disadvantage; an issue may concern several.

    For example issue 2: age, and looked-after children.
    """

    issue = models.ForeignKey(
        EqualityIssue, on_delete=models.CASCADE, related_name="concerned_groups"
    )
    group = models.CharField(max_length=30, choices=Group)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "group"], name="group_of_an_issue_once")
        ]

    def __str__(self):
        return self.get_group_display()
