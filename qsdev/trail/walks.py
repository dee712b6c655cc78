"""Whole trails, each from one end to the other: of statements, suggestions, recommendations."""

from qsdev.consultation.builder.wording import counted
from qsdev.trail.links import Fact, Step, Trail, joined, page_in
from qsdev.trail.steps import (
    agreed,
    comments,
    decisions,
    recommendations,
    statements,
    suggestions,
)
from qsdev.trail.steps.areas import Families, areas_of

NOT_PUBLISHED = "Not published yet"
NOT_AGREED = "Nothing is recorded yet"
NOT_DECIDED = "No decision is recorded"
NO_STATEMENT = "No statement has come of it yet"
NOT_FILED = "Filed under no area"
NEWEST_VERSIONS = 5  # shown at once
VERSIONS, SUGGESTIONS, DECISIONS = "Versions", "Suggestions", "Decision and minutes"


def statement_trails(topic, rows):
    """The trails of statements, from the published sentence to the raw cells."""
    rows = list(rows)
    families = Families(topic)
    areas = families.of(row.area_id for row in rows)
    published = statements.published_of(topic, rows)
    validated = agreed.agreed_of(topic, rows)
    versions = statements.versions_of(topic, rows)
    changes, counts = comments.changes_of(topic, rows), comments.comment_counts(rows)
    decided = decisions.decisions_of(topic, areas)
    titled = areas_of(topic, areas)
    origins = suggestions.origins_of(topic, areas)
    sources, editions = recommendations.recommendations_of(topic, rows)
    trails = []
    for row in rows:
        family = families.of([row.area_id])
        decision = joined(decided, family)
        steps = (
            Step("Published sentence", joined(published, [row.pk]), NOT_PUBLISHED),
            Step("Agreed and validated", joined(validated, [row.pk]), NOT_AGREED),
            Step(
                VERSIONS,
                joined(versions, [row.pk]),
                remark=ending_of(topic, row),
                unfolded=NEWEST_VERSIONS,
            ),
            changes_step(topic, joined(changes, [row.pk]), counts.get(row.pk, 0)),
            Step(DECISIONS, decision, NOT_DECIDED, exception_of(row)),
            Step("Improvement area", joined(titled, [row.area_id, family[0]])),
            *origin_steps(origins[family[0]]),
        )
        beside = (
            Step("Recommendations", joined(sources, [row.pk]), "None chosen yet"),
            Step("Guideline", joined(editions, [row.pk]), "None yet"),
        )
        page = page_in(topic, "trail:statement_trail", row.number)
        trails.append(Trail(str(row), steps, beside, VERSIONS, page))
    return trails


def ending_of(topic, statement):
    """That a statement was removed, and what replaced it."""
    if not statement.is_removed:
        return None
    other, page = statement.replaced_by, None
    words = statement.reason_removed
    if other:
        words += f" Replaced by statement {other.number}."
        page = page_in(topic, "trail:statement_trail", other.number)
    return Fact("Removed", words, page)


def changes_step(topic, links, number):
    """The comments that changed a statement, and how many were made on it altogether."""
    page = page_in(topic, "consultation:comments")
    made = Fact("Comments on this statement", counted(number, "comment"), page) if number else None
    missing = "No comment changed it" if number else "No comment was made on it"
    return Step("Comments that changed it", links, missing, made)


def exception_of(statement):
    """Why a statement was drafted although its area is not prioritised, if so."""
    reason = statement.exception_reason
    return Fact("Drafted although the area is not prioritised", reason) if reason else None


def origin_steps(origins):
    """Suggestions, their raw cells, the files and the stakeholders."""
    return (
        Step(SUGGESTIONS, origins.suggestions, "No suggestion is filed in the area"),
        Step("Raw cells", origins.cells, "None"),
        Step("Imported files", origins.files, "None"),
        Step("Stakeholders", origins.stakeholders, "None"),
    )


class Outcomes:
    """What became of areas: decisions, statements, published sentences; read once for them all."""

    def __init__(self, topic, areas):
        self.families = Families(topic)
        self.areas = self.families.of(areas)
        self.titled = areas_of(topic, self.areas)
        self.decided = decisions.decisions_of(topic, self.areas)
        self.stated = statements.statements_from(topic, self.areas)
        self.published = statements.published_from(topic, self.areas)

    def steps(self):
        """The steps from the areas up to the published sentences."""
        return (
            Step("Areas", joined(self.titled, self.areas), NOT_FILED),
            Step(DECISIONS, joined(self.decided, self.areas), NOT_DECIDED),
            Step("Statements", joined(self.stated, self.areas), NO_STATEMENT),
            Step("Published sentences", joined(self.published, self.areas), NOT_PUBLISHED),
        )

    def facts_of(self, areas):
        """What became of some of the areas, in facts."""
        family = self.families.of(areas)
        return (
            *named("Committee", joined(self.decided, family)),
            *named("Statement", joined(self.stated, family)),
            *named("Published", joined(self.published, family)),
        )


def named(label, links):
    """Links as facts under one label."""
    return tuple(Fact(label, link.title, link.page) for link in links)


def suggestion_trail(topic, row):
    """The trail of one suggestion: from its raw cells to the statements that came of its area."""
    uses = suggestions.Uses(topic, suggestion__in=[row.pk])
    areas = sorted(uses.areas[row.pk])
    used = uses.facts_of(row.pk) + suggestions.state_of(row)
    link = suggestions.suggestion_link(topic, row, used, in_full=True)
    of_it = suggestions.origins(topic, [row], [link])
    cells = suggestions.cells_in_full(topic, row)
    return Trail(
        title=f"Suggestion {row.number}, {row.stakeholder.name}",
        steps=(
            Step("Stakeholder", of_it.stakeholders),
            Step("Imported file", of_it.files, "It came from no file"),
            Step("Raw cells", cells, "It came from no table"),
            Step("Suggestion", of_it.suggestions),
            *Outcomes(topic, areas).steps(),
        ),
        page=page_in(topic, "trail:suggestion_trail", row.number),
    )


def recommendation_trail(topic, recommendation):
    """The trail of a recommendation: from the guideline to the statements that rest on it."""
    chosen = recommendations.selections_of(topic, [recommendation.pk])[recommendation.pk]
    resting = topic.statements.filter(sources__recommendation=recommendation).order_by("number")
    resting = list(resting)
    far, published = statements.how_far(resting), statements.published_of(topic, resting)
    links = [statements.statement_link(topic, one, far[one.pk]) for one in resting]
    of_it = recommendations.recommendation_link(topic, recommendation, chosen, in_full=True)
    return Trail(
        title=str(recommendation),
        steps=(
            Step("Guideline", (recommendations.guideline_link(topic, recommendation.guideline),)),
            Step("Recommendation", (of_it,)),
            Step("Statements that rest on it", tuple(links), "No statement rests on it"),
            Step(
                "Published sentences",
                joined(published, [one.pk for one in resting]),
                NOT_PUBLISHED,
            ),
        ),
        page=of_it.page,
    )


def stakeholder_trail(topic, stakeholder):
    """The trail of a stakeholder: what became of each suggestion and of each comment."""
    rows = suggestions.suggestions_with(topic.suggestions.filter(stakeholder=stakeholder))
    uses = suggestions.Uses(topic, suggestion__in=[row.pk for row in rows])
    outcomes = Outcomes(topic, sorted({area for row in rows for area in uses.areas[row.pk]}))
    links = tuple(
        suggestions.suggestion_link(
            topic,
            row,
            uses.facts_of(row.pk)
            + suggestions.state_of(row)
            + outcomes.facts_of(sorted(uses.areas[row.pk])),
        )
        for row in rows
    )
    said = comments.comments_by(topic, stakeholder)
    changed = comments.versions_changed_by(topic, stakeholder)
    return Trail(
        title=stakeholder.name,
        steps=(Step(SUGGESTIONS, links, "None"), *outcomes.steps()),
        beside=(Step("Comments", said, "None"), Step("Wording that they changed", changed, "None")),
        beside_from=SUGGESTIONS,
        page=page_in(topic, "trail:stakeholder_trail", stakeholder.pk),
    )
