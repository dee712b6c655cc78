"""Organisations that formally support the published standard, from their interest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qsdev.topics.models import Round, Topic
from qsdev.topics.models.versioned import Versioned
from stakeholders.models import Stakeholder


class SupportState(models.TextChoices):
    INTERESTED = "interested", "Interested"
    INVITED = "invited", "Invited"
    AGREED = "agreed", "Agreed"
    LISTED = "listed", "Listed"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: What may follow each state; a row never goes, and who declined can be invited again.
FOLLOWING = {
    SupportState.INTERESTED: (SupportState.INVITED, SupportState.WITHDRAWN),
    SupportState.INVITED: (SupportState.AGREED, SupportState.DECLINED, SupportState.WITHDRAWN),
    SupportState.AGREED: (SupportState.LISTED, SupportState.DECLINED, SupportState.WITHDRAWN),
    SupportState.LISTED: (SupportState.WITHDRAWN,),
    SupportState.DECLINED: (SupportState.INVITED,),
    SupportState.WITHDRAWN: (SupportState.INVITED,),
}


class SupportingOrganisationQuerySet(models.QuerySet):
    def listed(self):
        """Those that the published standard names."""
        return self.filter(state=SupportState.LISTED)

    def with_names(self):
        """With what a list prints, by the organisation's name."""
        return self.select_related("stakeholder", "round").order_by("stakeholder__name")


class SupportingOrganisation(Versioned):
    """An organisation that would support, or supports, the published standard formally.

    For example the Institute of Health Visiting, listed as "Institute of Health Visiting (iHV)".
    One row an organisation and topic; `history` tells how it came to its state.
    """

    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="supporting_organisations"
    )
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="supports")
    round = models.ForeignKey(
        Round,
        on_delete=models.PROTECT,
        related_name="supporting_organisations",
        null=True,
        help_text="In which round it expressed its interest, if in one.",
    )
    state = models.CharField(max_length=20, choices=SupportState, default=SupportState.INTERESTED)
    printed_name = models.CharField(max_length=300, blank=True)
    reason_withdrawn = models.TextField(blank=True)

    objects = SupportingOrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["stakeholder__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "stakeholder"], name="supporting_organisation_once_a_topic"
            ),
            models.CheckConstraint(
                condition=~Q(state="listed") | ~Q(printed_name=""),
                name="listed_organisation_has_a_name_to_print",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(reason_withdrawn=""))
                | (~Q(state="withdrawn") & Q(reason_withdrawn="")),
                name="withdrawn_support_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.stakeholder}: {self.get_state_display().lower()}"

    @property
    def following(self):
        """The states that may come next."""
        return FOLLOWING[SupportState(self.state)]

    @property
    def expressed_in(self):
        """Where it expressed its interest, in words."""
        return str(self.round) if self.round else "Outside a round"


class SupportChange(models.Model):
    """One step of an organisation on its way to be listed, or off the list; never changed."""

    organisation = models.ForeignKey(
        SupportingOrganisation, on_delete=models.PROTECT, related_name="history"
    )
    state = models.CharField(max_length=20, choices=SupportState)
    printed_name = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self):
        return f"{self.get_state_display()} on {self.made_at:%Y-%m-%d}"


def supporters_of(topic):
    """The names of the organisations that the published standard lists, as printed, in order."""
    names = topic.supporting_organisations.listed().values_list("printed_name", flat=True)
    return sorted(names, key=str.casefold)
