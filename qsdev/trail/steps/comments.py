"""Comments on the trail: those that changed a statement, and what became of each."""

from collections import defaultdict

from django.db.models import Count

from qsdev.consultation.builder.wording import counted
from qsdev.consultation.models import ChangeOfWording, Comment
from qsdev.trail.links import Fact, Link, facts, page_in, unique

#: The row of a table that a comment came from, read beside what `whole` reads.
ORIGIN = "import_row__import_record"


def changes_of(topic, statements):
    """The themes and comments that changed the statements, each once, in their order."""
    rows = ChangeOfWording.objects.filter(statement_version__statement__in=statements)
    rows = list(rows.select_related("statement_version__statement", "theme", "comment"))
    comments = comments_behind(rows)
    changes = changes_by_source(topic, rows)
    found = defaultdict(dict)
    for row in rows:
        if row.theme:
            of_theme = [one for one in comments.values() if one.theme_id == row.theme_id]
            links = [comment_link(topic, one, changes, under_theme=True) for one in of_theme]
            links = [theme_link(topic, row.theme, of_theme, changes), *links]
        else:
            links = [comment_link(topic, comments[row.comment_id], changes)]
        for link in links:
            found[row.statement_version.statement_id].setdefault(link.page, link)
    return {pk: tuple(links.values()) for pk, links in found.items()}


def comments_behind(rows):
    """The comments that changes name, and those of the themes that they name, by key."""
    named = Comment.objects.filter(pk__in=[one.comment_id for one in rows if one.comment_id])
    themed = Comment.objects.filter(theme__in=[one.theme_id for one in rows if one.theme_id])
    both = (named | themed).whole().select_related(ORIGIN)
    return {one.pk: one for one in both.order_by("number")}


def changes_by_source(topic, rows):
    """The facts of changes by what caused them: ("theme", key) or ("comment", key)."""
    found = defaultdict(list)
    for row in rows:
        version = row.statement_version
        number = version.statement.number
        source = ("theme", row.theme_id) if row.theme_id else ("comment", row.comment_id)
        found[source].append(
            Fact(
                "Changed the wording",
                f"{row.note} (statement {number}, version {version.number})",
                page_in(topic, "statements:version_detail", number, version.number),
            )
        )
    return found


def theme_link(topic, theme, comments, changes):
    """A theme with NICE's response, and the changes that it led to."""
    return Link(
        f"Theme “{theme.title}”, {counted(len(comments), 'comment')}",
        facts(response_of(theme.answer, theme.get_answer_state_display()))
        + tuple(changes[("theme", theme.pk)]),
        page_in(topic, "consultation:theme_edit", theme.pk),
    )


def comment_link(topic, comment, changes, *, under_theme=False):
    """A comment with what became of it: its theme, the response, the change that it led to.

    `under_theme` is for one that stands below its theme, which says what is alike for all.
    """
    theme, stakeholder = comment.theme, comment.stakeholder
    of_theme = changes.get(("theme", comment.theme_id), ()) if theme and not under_theme else ()
    says_response = comment.answer or not under_theme
    known = facts(
        ("Comment", comment.text),
        ("By", stakeholder.name, page_in(topic, "trail:stakeholder_trail", stakeholder.pk)),
        ("Theme", theme.title, page_in(topic, "consultation:theme_edit", theme.pk))
        if theme
        else None,
        came_in(topic, comment),
        response_of(comment.given_answer, comment.given_state.label) if says_response else None,
    )
    return Link(
        f"Comment {comment.number}, {stakeholder.name}, on {comment.place}",
        (*known, *changes.get(("comment", comment.pk), ()), *of_theme),
        page_in(topic, "consultation:comment_detail", comment.number),
    )


def came_in(topic, comment):
    """Where a comment came from: a row of an imported file, or the response form."""
    row = getattr(comment, "import_row", None)
    if row is None:
        return "Came in", "By the response form"
    page = page_in(topic, "consultation:comment_import_detail", row.import_record_id)
    return "Came in", f"{row.import_record.file_name}, {row.place}", page


def response_of(answer, state):
    """NICE's response under the words for its state: "Response agreed", "Thank you …"."""
    return (state, answer) if answer else ("Response", state)


def comment_counts(statements):
    """How many comments were made on each statement as it was put to consultation, by key."""
    of = "statement__statement_version__statement"
    rows = Comment.objects.filter(**{f"{of}__in": statements}).order_by()
    return dict(rows.values_list(of).annotate(number=Count("pk")))


def comments_by(topic, stakeholder):
    """The comments of a stakeholder, each with what became of it."""
    said = topic.comments.filter(stakeholder=stakeholder).whole().select_related(ORIGIN)
    comments = list(said.order_by("number"))
    rows = changes_by(comments)
    changes = changes_by_source(topic, rows)
    return tuple(comment_link(topic, one, changes) for one in comments)


def changes_by(comments):
    """The changes of wording that comments, or their themes, led to."""
    by_comment = ChangeOfWording.objects.filter(comment__in=comments)
    themes = {one.theme_id for one in comments if one.theme_id}
    by_theme = ChangeOfWording.objects.filter(theme__in=themes)
    return list((by_comment | by_theme).select_related("statement_version__statement"))


def versions_changed_by(topic, stakeholder):
    """The versions that a stakeholder’s comments led to, each leading to its statement."""
    rows = changes_by(list(topic.comments.filter(stakeholder=stakeholder)))
    return unique(
        Link(
            f"Statement {row.statement_version.statement.number}, version"
            f" {row.statement_version.number}: {row.note}",
            (),
            page_in(topic, "trail:statement_trail", row.statement_version.statement.number),
        )
        for row in rows
    )
