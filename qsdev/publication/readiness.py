"""Whether a standard can be published: what of it is missing, and what comes before."""

from django.urls import reverse

from qsdev.equality.progress import is_complete
from qsdev.validation.readiness import Outstanding, outstanding
from statements.checking import check_topic, counted

#: Parts of a statement without which it is not published, unless it is a placeholder.
NEEDED = (
    ("text", "its words"),
    ("rationale", "a rationale"),
    ("measures", "a measure"),
    ("sources", "source guidance"),
)


def missing_from(topic, content) -> list[Outstanding]:
    """Return what the public content lacks, without which nothing is published."""
    found = []
    if not (content["reference"] and content["about"]):
        href = reverse("publication:plan_edit", args=[topic.slug])
        words = "Give the reference, and say what the standard covers."
        found.append(Outstanding(words, href, "publication.prepare_standard"))
    if not content["statements"]:
        href = reverse("statements:statement_list", args=[topic.slug])
        words = "Draft a statement: there is none to publish."
        found.append(Outstanding(words, href, "statements.view_statements"))
    for one in content["statements"]:
        needed = NEEDED[:1] if one["kind"] == "placeholder" else NEEDED
        lacking = [part for name, part in needed if not one[name]]
        if lacking:
            href = reverse("statements:statement_detail", args=[topic.slug, one["number"]])
            words = f"Statement {one['number']} lacks {', '.join(lacking)}."
            found.append(Outstanding(words, href, "statements.view_statements"))
    return found


def to_do_before(topic) -> list[Outstanding]:
    """Return what else comes before publication: validation, the assessment, errors to mend."""
    found = outstanding(topic)
    errors = [one for one in check_topic(topic).all_findings if one.level == "error"]
    if errors:
        href = reverse("statements:statement_checks", args=[topic.slug])
        words = f"Mend {counted(errors)} that the checks find in the statements."
        found.append(Outstanding(words, href, "statements.view_statements"))
    if not is_complete(topic):
        href = reverse("equality:stage_list", args=[topic.slug])
        words = "Complete every stage of the equality impact assessment."
        found.append(Outstanding(words, href, "equality.view_assessment"))
    return found
