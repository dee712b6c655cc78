"""Interests that members declare, for a topic and for each of its areas, and the chair's action."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from qsdev.briefing.models import IssuedArea
from qsdev.topics.models import ImprovementArea, Topic
from qsdev.topics.models.versioned import Versioned


class InterestKind(models.TextChoices):
    DIRECT_FINANCIAL = "direct_financial", "Direct financial"
    DIRECT_NON_FINANCIAL = "direct_non_financial", "Direct non-financial"
    INDIRECT = "indirect", "Indirect"
    NOTHING = "nothing", "Nothing to declare"


class ChairAction(models.TextChoices):
    """What follows from an interest, as the chair decided; "" until then."""

    NONE = "none", "No action"
    PARTIAL = "partial", "Partial participation"
    WITHDRAWAL = "withdrawal", "Withdrawal"


class DeclarationQuerySet(models.QuerySet):
    def current(self):
        """Declarations that still hold: their member has not ended them."""
        return self.filter(ended_at=None)

    def holding_at(self, moment):
        """Declarations that held at a moment: made by then and not ended."""
        return self.filter(declared_at__lte=moment).filter(
            Q(ended_at=None) | Q(ended_at__gt=moment)
        )

    def of_interests(self):
        """Declarations of something: all but "nothing to declare"."""
        return self.exclude(kind=InterestKind.NOTHING)

    def awaiting_action(self):
        """Interests on which the chair has still to act."""
        return self.current().of_interests().filter(action="")

    def withdrawing(self):
        """Declarations by which their member takes no part."""
        return self.current().filter(action=ChairAction.WITHDRAWAL)

    def with_titles(self):
        """Declarations with the title under which their area was last issued, as `issued_title`.

        The committee reads no title that is only drafted.
        """
        issued = IssuedArea.objects.filter(area=OuterRef("area")).order_by("-paper__version")
        return self.annotate(issued_title=Subquery(issued.values("title")[:1]))


class Declaration(Versioned):
    """What a member declares about the topic (no area) or about one of its areas.

    For example "indirect: my sister manages a service for foster carers", with the chair's action
    "partial participation" and why. "Nothing to declare" is an answer too. A declaration is never
    changed into another: what no longer holds is ended, and stays in the register.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="declarations")
    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="declarations", null=True
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="declarations"
    )
    kind = models.CharField(max_length=30, choices=InterestKind)
    description = models.TextField(blank=True)
    declared_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    action = models.CharField(max_length=20, choices=ChairAction, blank=True)
    reason = models.TextField(blank=True, help_text="Why the chair decided so.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    decided_at = models.DateTimeField(null=True)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["declared_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "area", "member"],
                condition=Q(kind="nothing", ended_at=None, area__isnull=False),
                name="nothing_declared_once_for_an_area",
            ),
            models.UniqueConstraint(
                fields=["topic", "member"],
                condition=Q(kind="nothing", ended_at=None, area=None),
                name="nothing_declared_once_for_the_topic",
            ),
            models.CheckConstraint(
                condition=Q(kind="nothing", description="", action="")
                | (~Q(kind="nothing") & ~Q(description="")),
                name="interest_is_described",
            ),
            models.CheckConstraint(
                condition=Q(action="", reason="", decided_by=None, decided_at=None)
                | (
                    ~Q(action="")
                    & ~Q(reason="")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="chair_action_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, declared by {self.member}"

    @property
    def is_interest(self):
        return self.kind != InterestKind.NOTHING

    @property
    def is_ended(self):
        return self.ended_at is not None


class InterestAction(models.Model):
    """An action of the chair on an interest, kept when a later one takes its place.

    So it can be told who took no part at a moment in the past: a closed round's figures rest on
    that, and would give away a rating if they changed with a later withdrawal.
    """

    declaration = models.ForeignKey(Declaration, on_delete=models.PROTECT, related_name="actions")
    action = models.CharField(max_length=20, choices=ChairAction)
    reason = models.TextField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["decided_at", "pk"]

    def __str__(self):
        return f"{self.get_action_display()} on an interest"


def withdrawals(topic, at=None):
    """Who takes no part where, as pairs of user id and area id: {(4, 17), (9, None), …}.

    No area (None) stands for the whole topic. `at` asks it of a moment in the past.
    """
    if at is None:
        rows = topic.declarations.withdrawing().order_by()
        return set(rows.values_list("member", "area"))
    return {
        (one.declaration.member_id, one.declaration.area_id)
        for one in actions_at(topic, at).values()
        if one.action == ChairAction.WITHDRAWAL
    }


def actions_at(topic, moment):
    """The chair's action on each interest that held at a moment: {declaration's id: action}."""
    holding = topic.declarations.holding_at(moment)
    taken = InterestAction.objects.filter(declaration__in=holding, decided_at__lte=moment)
    return {one.declaration_id: one for one in taken.select_related("declaration")}
