"""Recording issues of equality as they come up, changing and withdrawing them while it is open."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.equality.actions.opening import open_stage
from qsdev.equality.areas import areas_handled_here, areas_to_take_over
from qsdev.equality.content import earlier_issues
from qsdev.equality.models import ConcernedGroup, EqualityIssue, Group, RaisedIn
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change


@transaction.atomic
def record_issue(*, topic, stage, groups, description, raised_in, by, **more):
    """Record an issue at a stage: whom it concerns, what it is, where it was raised.

    `more` may say `who` (in own words), `response` (how it is dealt with), and which `area`,
    `statement` or `suggestion` it concerns, and which earlier issue it `continues`.
    """
    row = open_stage(topic, stage)
    said = {"description": description, "raised_in": raised_in, **more}
    check_groups(groups, said)
    check_said(row, said)
    issue = create_issue(row=row, groups=groups, by=by, **said)
    codes = [str(group) for group in groups]
    record("recorded_equality_issue", issue, by=by, number=issue.number, stage=row.stage, to=codes)
    return issue


def create_issue(*, row, groups, by, **said):
    """The row of an issue, under the topic's next number."""
    last = row.topic.equality_issues.aggregate(last=Max("number"))["last"] or 0
    issue = EqualityIssue.objects.create(
        topic=row.topic, equality_stage=row, number=last + 1, **said, **first_change(by)
    )
    name_groups(issue, groups)
    return issue


@transaction.atomic
def change_issue(*, issue, version, groups, by, **said):
    """Say an issue anew, unless its stage is closed or somebody else changed it meanwhile."""
    row = open_stage(issue.topic, issue.stage)
    check_standing(issue)
    check_groups(groups, said)
    check_said(row, said, issue)
    change_row(row=issue, version=version, by=by, **said)
    name_groups(issue, groups)
    record("changed_equality_issue", issue, by=by, number=issue.number)
    return issue


@transaction.atomic
def withdraw_issue(*, issue, version, reason, by):
    """Withdraw an issue, with the reason: it keeps its number and is shown as withdrawn."""
    open_stage(issue.topic, issue.stage)
    check_standing(issue)
    if not reason.strip():
        raise RuleBroken("Say why the issue is withdrawn: the assessment keeps the reason.")
    change_row(
        row=issue,
        version=version,
        by=by,
        withdrawn_at=timezone.now(),
        withdrawn_by=by,
        reason_withdrawn=reason.strip(),
    )
    record("withdrew_equality_issue", issue, by=by, number=issue.number)
    return issue


@transaction.atomic
def take_over_area(*, topic, stage, area, by):
    """Make an issue of an area that is handled by the assessment, so that it is not lost.

    Whom it concerns and how it is dealt with is said afterwards, before the stage is completed.
    """
    row = open_stage(topic, stage)
    if not areas_handled_here(topic).filter(pk=area.pk).exists():
        raise RuleBroken("This area is not handled by the equality impact assessment any more.")
    if not areas_to_take_over(topic).filter(pk=area.pk).exists():
        raise RuleBroken(f"“{area}” was taken over already: look at the issues again.")
    words = f"{area.title}\n{area.explanation}".strip()
    issue = create_issue(
        row=row, groups=[], by=by, description=words, raised_in=RaisedIn.ENGAGEMENT, area=area
    )
    record("took_over_area", issue, by=by, number=issue.number, stage=row.stage, area=area.pk)
    return issue


def name_groups(issue, groups):
    """Let the issue concern these groups and no others."""
    issue.concerned_groups.exclude(group__in=groups).delete()
    kept = set(issue.concerned_groups.values_list("group", flat=True))
    ConcernedGroup.objects.bulk_create(
        ConcernedGroup(issue=issue, group=group) for group in Group if group in set(groups) - kept
    )


def check_groups(groups, said):
    """Refuse an issue that concerns nobody, or somebody of whom nothing is said."""
    if not groups or set(groups) - set(Group):
        raise RuleBroken("Choose at least one characteristic or disadvantage that it concerns.")
    if Group.OTHER in groups and not said.get("who", "").strip():
        raise RuleBroken("Say in your own words who is at this other disadvantage.")


def check_said(row, said, issue=None):
    """Refuse what is empty, belongs to another topic, or continues what is not earlier."""
    if not said["description"].strip():
        raise RuleBroken("Say what the issue is.")
    for name in ("area", "statement", "suggestion"):
        named = said.get(name)
        if named is not None and named.topic_id != row.topic_id:
            raise RuleBroken(f"Choose {'an' if name == 'area' else 'a'} {name} of this topic.")
    earlier = said.get("continues")
    unchanged = issue is not None and earlier is not None and earlier.pk == issue.continues_id
    if earlier is None or unchanged:
        return
    if not earlier_issues(row.topic, row.named).filter(pk=earlier.pk).exists():
        raise RuleBroken("Choose an issue of an earlier stage that was not withdrawn.")


def check_standing(issue):
    """Refuse to change what was withdrawn."""
    if EqualityIssue.objects.withdrawn().filter(pk=issue.pk).exists():
        raise RuleBroken("The issue was withdrawn already: record it anew if it stands after all.")
