"""What a stage of the assessment says: as it stands now, and as it was when it was completed.

Pages, document and completions all hold the same plain values, so that what was closed is shown
as it was closed, whatever became of the rows that it named.
"""

import hashlib
import json

from qsdev.equality.models import EqualityIssue, EqualityStage, Group, Stage, StageCompletion
from qsdev.equality.questions import QUESTIONS


def issues_with_parts(topic):
    """The topic's issues with all that is said of them, in a number of queries that is fixed."""
    return topic.equality_issues.select_related(
        "equality_stage", "area", "statement", "suggestion", "continues", "changed_by"
    ).prefetch_related("concerned_groups")


def content_of(row, issues):
    """What a stage says now: its questions with their answers, and its issues."""
    return {
        "answers": [
            {"code": one.code, "question": one.words, "answer": row.answers.get(one.code, "")}
            for one in QUESTIONS[row.stage]
        ],
        "issues": [issue_content(one) for one in issues],
    }


def empty_content(stage):
    """What a stage says of which nothing was recorded."""
    return content_of(EqualityStage(stage=stage), [])


def issue_content(issue):
    """What is said of an issue, in plain values."""
    return {
        "number": issue.number,
        "groups": [str(group) for group in issue.groups],
        "who": issue.who,
        "description": issue.description,
        "response": issue.response,
        "raised_in": issue.get_raised_in_display(),
        "about": about(issue),
        "continues": issue.continues.number if issue.continues else None,
        "withdrawn": issue.reason_withdrawn,
    }


def about(issue):
    """What an issue concerns, in words: "Area: …", "Statement 1: …", "Suggestion 12"."""
    words = [f"Area: {issue.area.title}"] if issue.area else []
    words += [str(issue.statement)] if issue.statement else []
    return words + ([f"Suggestion {issue.suggestion.number}"] if issue.suggestion else [])


def current_content(row):
    """What a stage that was begun says now."""
    issues = issues_with_parts(row.topic).filter(equality_stage=row)
    return content_of(row, issues)


def content_by_stage(topic):
    """What each stage says: as it was completed where it is closed, as it stands where not."""
    rows = {one.stage: one for one in topic.equality_stages.all()}
    closed = StageCompletion.objects.filter(equality_stage__topic=topic, reopened_at=None)
    frozen = {one.equality_stage_id: one.content for one in closed}
    issues = {}
    for issue in issues_with_parts(topic):
        issues.setdefault(issue.equality_stage_id, []).append(issue)
    contents = {}
    for stage in Stage:
        row = rows.get(stage)
        if row is None:
            contents[stage] = empty_content(stage)
        else:
            contents[stage] = frozen.get(row.pk) or content_of(row, issues.get(row.pk, []))
    return contents


def fingerprint(content):
    """A short code of a content, by which one sees whether it changed."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def standing(content):
    """The issues of a content that were not withdrawn."""
    return [one for one in content["issues"] if not one["withdrawn"]]


def withdrawn(content):
    """The issues of a content that were withdrawn."""
    return [one for one in content["issues"] if one["withdrawn"]]


def group_words(issue):
    """The characteristics and disadvantages of an issue's content, in words."""
    return [Group(code).label for code in issue["groups"]]


def lacks(issue):
    """What is still to be said of an issue's content before its stage can be completed."""
    missing = [] if issue["groups"] else ["whom it concerns"]
    return missing + ([] if issue["response"].strip() else ["how it is dealt with"])


def unfinished(content):
    """What is still to be said before a stage with issues can be completed, in sentences."""
    issues = standing(content)
    missing = [(one["number"], lacks(one)) for one in issues]
    sentences = [
        f"Say of issue {number} first {' and '.join(gap)}." for number, gap in missing if gap
    ]
    if issues and any(not one["answer"].strip() for one in content["answers"]):
        sentences.append("Answer every question of this stage first.")
    return sentences


def counts_by_group(contents):
    """How many standing issues of each stage concern each group: (group, counts) pairs."""
    counted = {group: [0] * len(contents) for group in Group}
    for place, content in enumerate(contents.values()):
        for issue in standing(content):
            for code in issue["groups"]:
                counted[Group(code)][place] += 1
    return [
        (group, counts) for group, counts in counted.items() if group.is_protected or any(counts)
    ]


def later_issues(topic):
    """The numbers of the standing issues that continue each issue, by its number."""
    pairs = topic.equality_issues.standing().exclude(continues=None)
    found = {}
    for number, earlier in pairs.values_list("number", "continues__number"):
        found.setdefault(earlier, []).append(number)
    return found


def earlier_issues(topic, stage):
    """The standing issues of the stages before one, which an issue of it may continue."""
    rows = EqualityIssue.objects.standing().filter(topic=topic)
    return rows.filter(equality_stage__stage__in=stage.earlier)
