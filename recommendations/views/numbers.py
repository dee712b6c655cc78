"""The numbers of an evidence search, as saved or as being typed: the flowchart, what adds up."""

from dataclasses import dataclass

from django.utils.safestring import mark_safe

from qsdev.documents.flowchart import Papers, ReviewFlow, draw, in_words
from recommendations.models import FindingCitation

FIELDS = ("from_databases", "from_stakeholders", "from_internal", "stated_included")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Papers identified, excluded for reasons, and said to be included, beside those cited."""

    from_databases: int
    from_stakeholders: int
    from_internal: int
    stated_included: int
    exclusions: tuple  # pairs of a reason and a number of papers
    cited: int

    @property
    def identified(self):
        return self.from_databases + self.from_stakeholders + self.from_internal

    @property
    def excluded(self):
        return sum(papers for _, papers in self.exclusions)

    @property
    def remaining(self):
        return self.identified - self.excluded

    @property
    def problems(self):
        """Sentences on what does not add up; none where all does."""
        found = []
        if self.remaining != self.stated_included:
            found.append(
                f"{self.identified:,} identified less {self.excluded:,} excluded leaves "
                f"{self.remaining:,}, but {self.stated_included:,} "
                f"{'is' if self.stated_included == 1 else 'are'} said to be included."
            )
        if self.stated_included != self.cited:
            found.append(
                f"{self.stated_included:,} {'is' if self.stated_included == 1 else 'are'} said to "
                f"be included, but findings cite {self.cited:,} "
                f"{'source' if self.cited == 1 else 'different sources'}."
            )
        return found

    @property
    def flow(self):
        return ReviewFlow(
            identified=(
                Papers("Found by searching databases", self.from_databases),
                Papers("Suggested by stakeholders", self.from_stakeholders),
                Papers("Suggested internally", self.from_internal),
            ),
            excluded=tuple(Papers(reason, papers) for reason, papers in self.exclusions),
            included=self.stated_included,
        )

    @property
    def drawing(self):
        """The flowchart as SVG; its writer escapes the reasons."""
        return mark_safe(draw(self.flow))

    @property
    def drawing_in_words(self):
        return in_words(self.flow)


def saved_numbers(search):
    """The numbers of a search as they are stored, or None where there is none."""
    if search is None:
        return None
    exclusions = tuple((each.reason, each.papers) for each in search.exclusions.all())
    return Numbers(
        **{name: getattr(search, name) for name in FIELDS},
        exclusions=exclusions,
        cited=number_cited(search.topic_id),
    )


def typed_numbers(form, topic):
    """The numbers of a form as far as they make sense; what is missing counts as none."""
    typed, exclusions = form.typed
    return Numbers(**typed, exclusions=tuple(exclusions), cited=number_cited(topic.pk))


def number_cited(topic_pk):
    """How many different sources the topic's findings cite."""
    cited = FindingCitation.objects.filter(source__topic=topic_pk)
    return cited.order_by().values("source").distinct().count()
