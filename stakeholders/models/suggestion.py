"""Suggestions: one row each of the stakeholder table, in the contributor's own words."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from qsdev.shortening import first_words
from qsdev.topics.models import Round, Topic
from qsdev.topics.models.versioned import Versioned
from stakeholders.models.register import Stakeholder

#: The four columns that hold a contributor's words, in the order papers print them.
WORDS = ("key_area", "why_important", "why_key_area", "supporting_information")


class SuggestionKind(models.TextChoices):
    KEY_AREA = "key_area", "Key area for quality improvement"
    DEVELOPMENTAL_AREA = "developmental_area", "Developmental area of emergent practice"
    EVIDENCE_SOURCE = "evidence_source", "Evidence source"


class SuggestionState(models.TextChoices):
    """Where a suggestion stands in triage; the actions that place it keep this up to date."""

    TO_TRIAGE = "to_triage", "To triage"
    LATER = "later", "Left for later"
    FILED = "filed", "Filed"
    OUT_OF_SCOPE = "out_of_scope", "Out of scope"


#: States in which a suggestion still waits for its place.
WAITING = (SuggestionState.TO_TRIAGE, SuggestionState.LATER)


class SuggestionQuerySet(models.QuerySet):
    def filed_in(self, area):
        """Suggestions that support the area, whole or in part, as their own or beside it."""
        return self.filter(filings__area=area).distinct()

    def unfiled(self):
        """Suggestions that still wait for a place: neither filed nor out of scope."""
        return self.filter(state__in=WAITING)

    def unused(self):
        """Suggestions that no summary cites and for which no reason is given."""
        return self.filter(citations=None, reason_not_used="")


class Suggestion(Versioned):
    """What one contributor suggests in one row: a key area and why it matters.

    For example suggestion 33 of Children's attachment, by the Institute of Health Visiting. The
    number is unique in its topic and never changes; the words are never altered, only a passage
    can be redacted.
    """

    topic = models.ForeignKey(  # a unique constraint has an index that begins with it
        Topic, on_delete=models.PROTECT, related_name="suggestions", db_index=False
    )
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="suggestions", db_index=False
    )
    import_record = models.ForeignKey(
        "stakeholders.Import",
        on_delete=models.PROTECT,
        related_name="suggestions",
        null=True,
        db_index=False,
    )
    number = models.PositiveIntegerField()
    id_in_table = models.CharField(max_length=20, blank=True)
    stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="suggestions", db_index=False
    )
    kind = models.CharField(max_length=20, choices=SuggestionKind, default=SuggestionKind.KEY_AREA)
    heading_in_table = models.CharField(max_length=300, blank=True)
    key_area = models.TextField("suggested key area for quality improvement", blank=True)
    why_important = models.TextField("why is this important?", blank=True)
    why_key_area = models.TextField("why is this a key area for quality improvement?", blank=True)
    supporting_information = models.TextField(blank=True)
    reason_not_used = models.TextField(blank=True, help_text="Why no summary uses this suggestion.")
    state = models.CharField(
        max_length=20, choices=SuggestionState, default=SuggestionState.TO_TRIAGE
    )
    out_of_scope_reason = models.TextField(blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="assigned_suggestions",
        null=True,
        blank=True,
        db_index=False,
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="merged",
        null=True,
        blank=True,
        db_index=False,
        help_text="The suggestion that this one says again; both stay and are printed.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="suggestion_number_once"),
            models.CheckConstraint(
                condition=Q(state=SuggestionState.OUT_OF_SCOPE, out_of_scope_reason__gt="")
                | (~Q(state=SuggestionState.OUT_OF_SCOPE) & Q(out_of_scope_reason="")),
                name="out_of_scope_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="not_merged_into_itself"
            ),
        ]
        # Each filter of a list is read in the order of numbers by an index of its own.
        indexes = [
            models.Index(fields=["topic", "state", "number"], name="suggestion_by_state"),
            models.Index(fields=["topic", "kind", "number"], name="suggestion_by_kind"),
            models.Index(
                fields=["stakeholder", "topic", "number"], name="suggestion_by_stakeholder"
            ),
            models.Index(fields=["import_record", "number"], name="suggestion_by_import"),
            models.Index(
                fields=["assignee", "topic", "number"],
                condition=Q(assignee__isnull=False),
                name="suggestion_by_assignee",
            ),
            models.Index(
                fields=["merged_into"],
                condition=Q(merged_into__isnull=False),
                name="suggestion_merged",
            ),
        ]

    def __str__(self):
        return f"Suggestion {self.number}"

    @property
    def title(self):
        """The first words given, for lists: the key area, or else whatever comes first."""
        given = next(iter(self.all_words), "")
        return first_words(given.strip().split("\n")[0], 120)

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
        own = (one for one in self.filings.all() if one.is_own and one.part_id is None)
        return next(own, None)

    @property
    def is_waiting(self):
        """Whether it still waits for its place."""
        return self.state in WAITING

    @property
    def is_out_of_scope(self):
        return self.state == SuggestionState.OUT_OF_SCOPE


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
