"""What belongs to a statement beside its texts: measures, source guidance, definitions."""

from django.db import models
from django.db.models import Q

from qsdev.topics.models import GlossaryTerm
from recommendations.models import Recommendation
from statements.models.statements import QualityStatement


class MeasureKind(models.TextChoices):
    STRUCTURE = "structure", "Structure"
    PROCESS = "process", "Process"
    OUTCOME = "outcome", "Outcome"


class QualityMeasure(models.Model):
    """A quality measure of a statement; several of a kind are lettered a), b) in their order.

    For example the process "proportion of … who have …" with numerator, denominator and the source
    of its data. Measures change with their statement, whose version stands for them too.
    """

    quality_statement = models.ForeignKey(
        QualityStatement, on_delete=models.CASCADE, related_name="measures"
    )
    kind = models.CharField(max_length=20, choices=MeasureKind)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    numerator = models.TextField(blank=True)
    denominator = models.TextField(blank=True)
    data_source = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["quality_statement", "position"], name="measure_position_once"
            ),
            models.CheckConstraint(
                condition=Q(kind="process") | Q(numerator="", denominator=""),
                name="only_processes_are_proportions",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"


class SourceGuidance(models.Model):
    """That a statement rests on a recommendation; its words stand in the guideline alone."""

    quality_statement = models.ForeignKey(
        QualityStatement, on_delete=models.CASCADE, related_name="sources"
    )
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="statement_sources"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quality_statement", "recommendation"], name="source_once_a_statement"
            )
        ]

    def __str__(self):
        return str(self.recommendation)


class StatementDefinition(models.Model):
    """A term that a statement uses: the glossary's, or one with a definition of its own."""

    quality_statement = models.ForeignKey(
        QualityStatement, on_delete=models.CASCADE, related_name="definitions"
    )
    glossary_term = models.ForeignKey(
        GlossaryTerm, on_delete=models.PROTECT, related_name="statement_definitions", null=True
    )
    term = models.CharField(max_length=200, blank=True)
    definition = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quality_statement", "glossary_term"],
                condition=Q(glossary_term__isnull=False),
                name="glossary_term_once_a_statement",
            ),
            models.CheckConstraint(
                condition=Q(glossary_term__isnull=False, term="", definition="")
                | (Q(glossary_term=None) & ~Q(term="") & ~Q(definition="")),
                name="definition_is_the_glossary_s_or_its_own",
            ),
        ]

    def __str__(self):
        return self.glossary_term.term if self.glossary_term else self.term

    @property
    def printed(self):
        """Term and definition as they are printed."""
        one = self.glossary_term or self
        return one.term, one.definition
