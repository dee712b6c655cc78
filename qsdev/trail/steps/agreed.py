"""What was agreed on statements after consultation: committee, chair, and who validated them."""

from collections import defaultdict

from qsdev.briefing.builder.wording import day as on_day
from qsdev.consultation.builder.wording import day
from qsdev.trail.links import Link, facts, page_in
from qsdev.validation.models import AgreedChange, ChairAgreement, ValidationStep


def agreed_of(topic, statements):
    """The steps of validation, the chair's agreement and the committee's, by statement."""
    found = defaultdict(list)
    steps = ValidationStep.objects.filter(topic=topic).current().select_related("recorded_by")
    validated = [validation_link(topic, one) for one in steps.order_by("-taken_on", "-pk")]
    for statement in statements:
        found[statement.pk] += validated
    wordings = ChairAgreement.objects.filter(statement_version__statement__in=statements)
    for one in wordings.standing().select_related("statement_version__statement", "agreed_by"):
        found[one.statement_version.statement_id].append(wording_link(topic, one))
    changes = AgreedChange.objects.current().filter(statement__in=statements)
    changes = changes.select_related("statement", "statement_version", "meeting", "recorded_by")
    for one in changes.prefetch_related("themes"):
        found[one.statement_id].append(agreed_link(topic, one))
    return found


def validation_link(topic, step):
    """What Guidance Executive or a referring body said, on which day."""
    return Link(
        f"{step}, {on_day(step.taken_on)}",
        facts(("Notes", step.notes), ("Recorded", f"By {step.recorded_by.name}")),
        page_in(topic, "validation:step_list"),
    )


def wording_link(topic, agreement):
    """The chair's agreement on the wording of a version."""
    version = agreement.statement_version
    return Link(
        f"Wording of version {version.number} agreed by the chair, {day(agreement.agreed_at)}",
        facts(("Agreed", f"By {agreement.agreed_by.name}")),
        page_in(topic, "statements:version_detail", version.statement.number, version.number),
    )


def agreed_link(topic, change):
    """What the committee agreed at its second meeting, why, and in which version it stands."""
    version = change.statement_version
    themes = "; ".join(theme.title for theme in change.themes.all())
    meeting = page_in(topic, "committee:meeting_detail", change.meeting_id)
    return Link(
        f"{change.get_outcome_display()}, {day(change.agreed_at)}",
        facts(
            ("Why", change.reason),
            ("Themes", themes),
            ("Meeting", str(change.meeting), meeting),
            (
                "In",
                f"Version {version.number}",
                page_in(
                    topic, "statements:version_detail", change.statement.number, version.number
                ),
            )
            if version
            else None,
            ("Recorded", f"{day(change.agreed_at)}, by {change.recorded_by.name}"),
        ),
        page_in(topic, "validation:agreed_change_list"),
    )
