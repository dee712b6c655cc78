"""The assessment as a document: who is concerned, then stage by stage what was found and done."""

from django.utils import timezone

from qsdev.briefing.builder.wording import day
from qsdev.builds.kinds import document
from qsdev.documents.blocks import Column, Document, RowGroup, Section, Table, Text
from qsdev.documents.shorthand import definitions, heading, paragraph, paragraphs, row
from qsdev.equality.content import (
    content_by_stage,
    counts_by_group,
    group_words,
    standing,
    withdrawn,
)
from qsdev.equality.progress import stages_of

ASSESSMENT = "equality.assessment"
INSTITUTE = "National Institute for Health and Care Excellence"
TITLE = "Equality impact assessment"
NOT_SAID = "Not said yet"
NOT_ANSWERED = "Not answered."
ABOUT = (
    "This assessment records, stage by stage, what could treat people unequally in the quality "
    "standard on {topic}, and what was or will be done about it. It covers the characteristics "
    "that the Equality Act 2010 protects and other disadvantages."
)


@document(ASSESSMENT, file_name="equality-impact-assessment")
def build_assessment(topic, subject_id) -> Document:
    """Return the topic's assessment: closed stages as they were completed, others as they stand."""
    stages, contents = stages_of(topic), content_by_stage(topic)
    imprint = (INSTITUTE, topic.directorate, topic.series)
    sections = [stage_section(one, contents[one.stage]) for one in stages]
    return Document(
        title=TITLE,
        subtitle=topic.title,
        sections=(overview_section(topic, stages, contents), *sections),
        imprint=tuple(line for line in imprint if line),
        front_matter=(facts_of(topic, stages),),
        date=last_completed(stages),
        subject=f"Quality standard topic: {topic.title}",
        keywords=("equality impact assessment", topic.title),
        header=f"{topic.title}: equality impact assessment",
        footer="Complete" if all(one.is_complete for one in stages) else "Not complete yet",
        contents_depth=2,
    )


def day_of(moment):
    """The day of a moment where NICE is, in words."""
    return day(timezone.localtime(moment).date())


def last_completed(stages):
    """The day on which a stage was last completed, or None."""
    moments = [one.completion.completed_at for one in stages if one.completion]
    return timezone.localtime(max(moments)).date() if moments else None


def facts_of(topic, stages):
    """The facts of the cover: topic, reference, and how many stages are completed."""
    done = sum(one.is_complete for one in stages)
    facts = [("Quality standard topic", topic.title), ("Reference", topic.reference)]
    facts.append(("Stages completed", f"{done} of {len(stages)}"))
    return definitions(*(fact for fact in facts if fact[1]))


def overview_section(topic, stages, contents):
    """What the assessment is for, where each stage stands, and whom the issues concern."""
    words = paragraph(ABOUT.format(topic=topic.title))
    return Section(
        "About this assessment",
        (words, stage_table(stages, contents), group_table(contents)),
        anchor="about",
    )


def stage_table(stages, contents):
    """Where each stage stands, with the number of its issues."""
    columns = (
        Column("Stage", 3, names_row=True),
        Column("Issues", 1),
        Column("Completed by", 2),
        Column("Completed on", 2),
    )
    rows = tuple(stage_row(one, contents[one.stage]) for one in stages)
    return Table("Stages of the assessment", columns, (RowGroup(rows),), "stages")


def stage_row(stage, content):
    """One stage: its standing issues, and by whom and when it was completed."""
    done = stage.completion
    who, when = (done.completed_by.name, day_of(done.completed_at)) if done else (stage.state, "–")
    return row(stage.stage.label, str(len(standing(content))), who, when)


def group_table(contents):
    """How many issues of each stage concern each group; an issue may concern several."""
    columns = (
        Column("Who is concerned", 3, names_row=True),
        *(Column(stage.label, 1.5) for stage in contents),
    )
    lines = [
        (group, row(group.label, *(str(number) if number else "None" for number in counts)))
        for group, counts in counts_by_group(contents)
    ]
    protected = tuple(line for group, line in lines if group.is_protected)
    groups = [RowGroup(protected, "Characteristics protected by the Equality Act 2010")]
    others = tuple(line for group, line in lines if not group.is_protected)
    if others:
        groups.append(RowGroup(others, "Other disadvantages"))
    return Table("Issues by protected characteristic and other disadvantage", columns, groups)


def stage_section(stage, content):
    """A stage: who completed it, its issues, its answers, and what was withdrawn."""
    sections = [Section("Issues", tuple(issue_blocks(stage, content)))]
    sections.append(Section("Questions of this stage", tuple(answer_blocks(content))))
    gone = withdrawn(content)
    if gone:
        sections.append(Section("Withdrawn issues", (withdrawn_table(stage, gone),)))
    return Section(
        stage.stage.label,
        tuple(completion_blocks(stage)),
        tuple(sections),
        anchor=f"stage-{stage.stage}",
    )


def completion_blocks(stage):
    """Who completed the stage and when, or that it is not completed."""
    done = stage.completion
    if done:
        who, when = done.completed_by.name, day_of(done.completed_at)
        yield paragraph(f"Completed and approved by {who} on {when}.")
    elif stage.was_reopened:
        yield paragraph("This stage was reopened and is not completed again yet.")
    else:
        yield paragraph("This stage is not completed yet.")


def issue_blocks(stage, content):
    """The issues in a table; where there are none, whether somebody vouches for that."""
    issues = standing(content)
    if issues:
        yield issue_table(stage, issues)
    elif stage.completion and stage.completion.found_no_issues:
        yield paragraph("No issues were identified at this stage.")
    else:
        yield paragraph("No issue is recorded at this stage yet.")


def issue_table(stage, issues):
    """The issues of a stage that stand, a row each."""
    columns = (
        Column("Issue", 2, names_row=True),
        Column("Who is concerned", 2),
        Column("What the issue is", 3),
        Column("How it was or will be dealt with", 3),
    )
    caption = f"Issues: {stage.stage.label}"
    return Table(caption, columns, (RowGroup(tuple(map(issue_row, issues))),))


def issue_row(issue):
    """One issue: its number with what it is about, who is concerned, what it is, what is done."""
    beside = "\n".join((f"Raised in: {issue['raised_in']}", *links_of(issue)))
    who = "\n".join(line for line in (*group_words(issue), issue["who"]) if line)
    return row(
        [Text(f"Issue {issue['number']}\n", bold=True), Text(beside)],
        who or NOT_SAID,
        issue["description"],
        issue["response"] or NOT_SAID,
    )


def links_of(issue):
    """What the issue concerns and continues, a line each."""
    earlier = issue["continues"]
    return [*issue["about"], *([f"Continues issue {earlier}"] if earlier else [])]


def answer_blocks(content):
    """Each question with its answer."""
    for one in content["answers"]:
        yield heading(one["question"])
        yield from paragraphs(one["answer"]) or (paragraph(NOT_ANSWERED),)


def withdrawn_table(stage, issues):
    """The issues of a stage that were withdrawn, each with the reason."""
    columns = (
        Column("Issue", 1, names_row=True),
        Column("What the issue was", 3),
        Column("Why it was withdrawn", 3),
    )
    rows = tuple(
        row(f"Issue {one['number']}", one["description"], one["withdrawn"]) for one in issues
    )
    return Table(f"Withdrawn issues: {stage.stage.label}", columns, (RowGroup(rows),))
