"""The register: who may suggest something, and by which names they are known."""

import re
import unicodedata

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from qsdev.topics.models import Topic

NOT_WORDS = re.compile(r"[\W_]+")


def name_key(name):
    """The form in which names are compared: no case, no punctuation, single spaces."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return NOT_WORDS.sub(" ", folded).strip()


class StakeholderKind(models.TextChoices):
    ORGANISATION = "organisation", "Registered organisation"
    SPECIALIST_MEMBER = "specialist_member", "Specialist committee member"


class StakeholderQuerySet(models.QuerySet):
    def organisations(self):
        return self.filter(kind=StakeholderKind.ORGANISATION)

    def specialist_members(self):
        return self.filter(kind=StakeholderKind.SPECIALIST_MEMBER)

    def known_in(self, topic):
        """Every organisation, and the specialist members of this topic alone."""
        return self.filter(Q(topic=None) | Q(topic=topic))

    def contributing_to(self, topic):
        """Those whose suggestions the topic holds; asked of each by an index, however many."""
        suggestions = self.model._meta.get_field("suggestions").related_model.objects
        theirs = suggestions.filter(stakeholder=OuterRef("pk"), topic=topic)
        return self.known_in(topic).filter(Exists(theirs))


class Stakeholder(models.Model):
    """A registered organisation, or a specialist committee member under a pseudonym.

    For example "Institute of Health Visiting", printed in papers as "iHV". A specialist committee
    member belongs to one topic and is known everywhere by the pseudonym alone ("SCM1").
    """

    kind = models.CharField(
        max_length=20, choices=StakeholderKind, default=StakeholderKind.ORGANISATION
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="specialist_members", null=True, blank=True
    )
    name = models.CharField(max_length=300)
    abbreviation = models.CharField(
        max_length=300, help_text="As papers print it, for example iHV."
    )
    version = models.PositiveIntegerField(default=1)

    objects = StakeholderQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=StakeholderKind.ORGANISATION, topic=None)
                | Q(kind=StakeholderKind.SPECIALIST_MEMBER, topic__isnull=False),
                name="specialist_members_belong_to_a_topic",
            ),
            models.UniqueConstraint(
                fields=["name"], condition=Q(topic=None), name="organisation_name_once"
            ),
            models.UniqueConstraint(
                fields=["abbreviation"],
                condition=Q(topic=None),
                name="organisation_abbreviation_once",
            ),
            models.UniqueConstraint(fields=["topic", "name"], name="pseudonym_once_in_a_topic"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_specialist_member(self):
        return self.kind == StakeholderKind.SPECIALIST_MEMBER


class StakeholderAlias(models.Model):
    """Another spelling of a stakeholder's name met in tables, for example "Institute of Health"."""

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["stakeholder", "name"], name="alias_once"),
        ]

    def __str__(self):
        return self.name


class SpecialistIdentity(models.Model):
    """Who a pseudonym is. Only the keeper's page reads this, and each look is recorded.

    The row points at the contributor and nothing points at it (`related_name="+"`), so that no
    query that starts elsewhere can arrive here.
    """

    stakeholder = models.OneToOneField(Stakeholder, on_delete=models.CASCADE, related_name="+")
    person_name = models.CharField(max_length=200)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "specialist identities"

    def __str__(self):
        return f"Identity of {self.stakeholder}"  # never the person's name
