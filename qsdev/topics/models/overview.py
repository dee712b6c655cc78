"""What a briefing paper says about a topic before the suggestions: overview, frameworks, terms."""

from django.db import models

from qsdev.topics.models.topic import Topic
from qsdev.topics.models.versioned import Versioned


class OverviewKind(models.TextChoices):
    FOCUS = "focus", "Focus of quality standard"
    DEFINITION = "definition", "Definition"
    INCIDENCE = "incidence", "Incidence and prevalence"
    MANAGEMENT = "management", "Management"
    RESOURCE_IMPACT = "resource_impact", "Resource impact"
    SAFETY_REPORT = "safety_report", "Safety report"
    EXISTING_STATEMENTS = "existing_statements", "Existing statements"

    @classmethod
    def always_printed(cls):
        """The parts of section 2 that every paper has; the others only where a topic has them."""
        return [cls.FOCUS, cls.DEFINITION, cls.INCIDENCE, cls.MANAGEMENT]


class OverviewSection(Versioned):
    """A part of the topic's overview in Markdown, for example its "Incidence and prevalence"."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="overview_sections")
    kind = models.CharField(max_length=30, choices=OverviewKind)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "kind"], name="overview_section_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} of {self.topic}"


class Framework(Versioned):
    """A national outcomes framework that the standard could contribute to.

    For example the "NHS Outcomes Framework 2015–16"; printed as a table. Its domains and their
    entries are written with it, so that its version stands for them too.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="frameworks")
    title = models.CharField(max_length=200)
    entries_heading = models.CharField(
        max_length=200,
        default="Indicators",
        help_text="The heading of the table's second column.",
    )
    note = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "position"], name="framework_position_once")
        ]

    def __str__(self):
        return self.title


class FrameworkDomain(models.Model):
    """A domain of a framework, for example "2 Health improvement"."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="domains")
    number = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "position"], name="domain_position_once")
        ]

    def __str__(self):
        return f"{self.number} {self.title}"


class EntryKind(models.TextChoices):
    HEADING = "heading", "Heading"
    OBJECTIVE = "objective", "Objective"
    INDICATOR = "indicator", "Indicator"
    SUB_INDICATOR = "sub_indicator", "Sub-indicator"


class FrameworkEntry(models.Model):
    """A line under a domain: a heading, an objective, or an indicator with its number.

    For example "2.8 Emotional well-being of looked after children". What print shows by italics or
    asterisks is said in words in `status` ("complementary", "in development").
    """

    domain = models.ForeignKey(FrameworkDomain, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=20, choices=EntryKind)
    number = models.CharField(max_length=20, blank=True)
    text = models.CharField(max_length=500)
    status = models.CharField(max_length=100, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["domain", "position"], name="entry_position_once")
        ]

    def __str__(self):
        return f"{self.number} {self.text}".strip()


class GlossaryTerm(Versioned):
    """A term and what it means in this topic, for example "Edge of care"."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="glossary_terms")
    term = models.CharField(max_length=200)
    definition = models.TextField()

    class Meta:
        ordering = ["term"]
        constraints = [models.UniqueConstraint(fields=["topic", "term"], name="glossary_term_once")]

    def __str__(self):
        return self.term
