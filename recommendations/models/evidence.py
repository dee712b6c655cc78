"""Evidence of current UK practice: sources, findings that cite them, and the search's numbers."""

from django.db import models
from django.db.models import Q

from qsdev.topics.models import ImprovementArea, SubArea, Topic
from qsdev.topics.models.versioned import Versioned


class SourceOrigin(models.TextChoices):
    SEARCH = "search", "Found by searching databases"
    STAKEHOLDER = "stakeholder", "Suggested by a stakeholder"
    INTERNAL = "internal", "Suggested internally"


class EvidenceSource(Versioned):
    """A publication that findings cite, for example ONS (2015) Measuring National Well-being.

    `key` is what a finding writes to cite it: "… reported in 2012 [@ons-2015]."
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="evidence_sources")
    key = models.SlugField(max_length=60)
    author = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    url = models.URLField(max_length=500, blank=True)
    origin = models.CharField(max_length=20, choices=SourceOrigin, default=SourceOrigin.SEARCH)

    class Meta:
        ordering = ["author", "year"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "key"], name="evidence_source_key_once")
        ]

    def __str__(self):
        return f"{self.author} ({self.year}) {self.title}"


class PracticeFinding(Versioned):
    """Current UK practice in an area or sub-area, in Markdown that cites evidence sources.

    Where none was found, `none_found` is set and the standard sentence is printed.
    """

    area = models.ForeignKey(
        ImprovementArea, on_delete=models.PROTECT, related_name="practice_findings"
    )
    sub_area = models.ForeignKey(
        SubArea, on_delete=models.PROTECT, related_name="practice_findings", null=True, blank=True
    )
    text = models.TextField(blank=True)
    none_found = models.BooleanField(default=False)

    class Meta:
        ordering = ["sub_area__position"]
        constraints = [
            models.UniqueConstraint(fields=["area", "sub_area"], name="finding_once_a_sub_area"),
            models.UniqueConstraint(
                fields=["area"], condition=Q(sub_area=None), name="finding_once_an_area"
            ),
            models.CheckConstraint(
                condition=Q(none_found=True) | ~Q(text=""), name="finding_says_something"
            ),
        ]

    def __str__(self):
        return f"Current practice in {self.sub_area or self.area}"


class FindingCitation(models.Model):
    """That a paragraph of a finding cites an evidence source; found in the text when saved."""

    finding = models.ForeignKey(PracticeFinding, on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(EvidenceSource, on_delete=models.PROTECT, related_name="citations")
    paragraph = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["paragraph", "source__key"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "source", "paragraph"], name="source_cited_once_in_a_paragraph"
            )
        ]

    def __str__(self):
        return f"{self.source} in {self.finding}"


class EvidenceSearch(Versioned):
    """The numbers of the evidence search of a topic, from which the review flowchart is drawn.

    For example 365 papers from databases, 101 suggested by stakeholders and 65 internally, of
    which 6 are said to be included.
    """

    topic = models.OneToOneField(Topic, on_delete=models.PROTECT, related_name="evidence_search")
    from_databases = models.PositiveIntegerField(default=0)
    from_stakeholders = models.PositiveIntegerField(default=0)
    from_internal = models.PositiveIntegerField(default=0)
    stated_included = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "evidence searches"

    def __str__(self):
        return f"Evidence search of {self.topic}"

    @property
    def identified(self):
        """Number of papers that were found or suggested, whatever the way."""
        return self.from_databases + self.from_stakeholders + self.from_internal

    @property
    def excluded(self):
        """Number of papers excluded, whatever the reason; reads prefetched exclusions."""
        return sum(exclusion.papers for exclusion in self.exclusions.all())

    @property
    def remaining(self):
        """Number of papers that these numbers leave: what should be the number included."""
        return self.identified - self.excluded


class EvidenceExclusion(models.Model):
    """How many papers were excluded for a reason, for example 498 on title and abstract."""

    search = models.ForeignKey(EvidenceSearch, on_delete=models.CASCADE, related_name="exclusions")
    reason = models.CharField(max_length=200)
    papers = models.PositiveIntegerField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["search", "position"], name="exclusion_position_once")
        ]

    def __str__(self):
        return f"{self.papers} excluded: {self.reason}"
