"""Suggestions: one row each of the stakeholder table, in the contributor's own words."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from qsdev.topics.models import Round, Topic
from stakeholders.models.register import Stakeholder

#: The four columns that hold a contributor's words, in the order papers print them.
WORDS = ("key_area", "why_important", "why_key_area", "supporting_information")


class SuggestionKind(models.TextChoices):
    KEY_AREA = "key_area", "Key area for quality improvement"
    DEVELOPMENTAL_AREA = "developmental_area", "Developmental area of emergent practice"
    EVIDENCE_SOURCE = "evidence_source", "Evidence source"


class SuggestionQuerySet(models.QuerySet):
    def filed_in(self, area):
        """Suggestions that support the area, as their own or beside it."""
        return self.filter(filings__area=area).distinct()

    def unfiled(self):
        return self.exclude(filings__is_own=True)

    def unused(self):
        """Suggestions that no summary cites and for which no reason is given."""
        return self.filter(citations=None, reason_not_used="")


class Suggestion(models.Model):
    """What one contributor suggests in one row: a key area and why it matters.

    For example suggestion 33 of Children's attachment, by the Institute of Health Visiting. The
    number is unique in its topic and never changes; the words are never altered, only a passage
    can be redacted.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="suggestions")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="suggestions")
    number = models.PositiveIntegerField()
    id_in_table = models.CharField(max_length=20, blank=True)
    stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="suggestions"
    )
    kind = models.CharField(max_length=20, choices=SuggestionKind, default=SuggestionKind.KEY_AREA)
    heading_in_table = models.CharField(max_length=300, blank=True)
    key_area = models.TextField("suggested key area for quality improvement", blank=True)
    why_important = models.TextField("why is this important?", blank=True)
    why_key_area = models.TextField("why is this a key area for quality improvement?", blank=True)
    supporting_information = models.TextField(blank=True)
    reason_not_used = models.TextField(blank=True, help_text="Why no summary uses this suggestion.")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="suggestion_number_once")
        ]

    def __str__(self):
        return f"Suggestion {self.number}"

    @property
    def title(self):
        """The first words given, for lists: the key area, or else whatever comes first."""
        given = next(iter(self.all_words), "")
        first_line = given.strip().split("\n")[0]
        return first_line if len(first_line) <= 120 else first_line[:118].rsplit(" ", 1)[0] + "…"

    @property
    def all_words(self):
        """The cells that hold something, in the order papers print them."""
        return [text for text in (getattr(self, word) for word in WORDS) if text]

    @property
    def labelled_words(self):
        """Each of the four cells under its column's name, empty ones too."""
        fields = [self._meta.get_field(word) for word in WORDS]
        return [(str(f.verbose_name).capitalize(), getattr(self, f.name)) for f in fields]

    @property
    def own_filing(self):
        """The filing under the area that is its own, or None; reads prefetched filings."""
        return next((filing for filing in self.filings.all() if filing.is_own), None)


class Redaction(models.Model):
    """That a passage of a suggestion was taken from view, why, and by whom.

    The passage is kept here for the keeper's page alone; every other page, file and paper shows
    the mark that stands in its place.
    """

    MARK = "[redacted]"

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="redactions")
    field = models.CharField(max_length=30, choices=[(word, word) for word in WORDS])
    passage = models.TextField()
    reason = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made_at"]

    def __str__(self):
        return f"Redaction in {self.suggestion}"
