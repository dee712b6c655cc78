"""The workbench of comments: the list, the whole comment, its theme and response on one screen."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.consultation import actions
from qsdev.consultation.forms.answering import CommentAnswerForm
from qsdev.consultation.forms.filters import PAGE_LENGTH, CommentFilterForm
from qsdev.consultation.models import CommentStepKind, Theme, consultation_of
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.views.steps import person_in_words

PERMISSION = "consultation.answer_comments"
#: Printed beside their controls as well; `static/js/comments.js` acts on them.
SHORTCUTS = [
    (("j", "k"), "Next or previous comment"),
    (("1", "to", "9"), "Choose a theme"),
    (("Enter",), "Save and go to the next comment"),
    (("x",), "Tick for an action on several"),
    (("?",), "Show these shortcuts"),
]


def round_or_404(topic):
    """The consultation in hand."""
    round = consultation_of(topic)
    if round is None:
        raise Http404
    return round


def progress_of(round):
    """How many comments have their agreed response, of how many."""
    rows = round.comments.all()
    return {"total": rows.count(), "answered": rows.answered().count()}


def last_step_of(round, person):
    """The last thing that the person did to many comments together, while it can be undone."""
    step = round.comment_steps.last_of(person)
    return {"last_step": step, "last_step_words": sentence_of(step) if step else ""}


def sentence_of(step):
    """What a step did: "3 comments are in the theme “Data”."."""
    count = step.changes.count()
    many = "1 comment" if count == 1 else f"{count:,} comments"
    is_one = count == 1
    if step.kind == CommentStepKind.GIVEN:
        who = person_in_words(step.value) if step.value else "nobody in particular"
        return f"{many} {'goes' if is_one else 'go'} to {who}."
    theme = Theme.objects.filter(pk=step.value).first() if step.value else None
    where = f"in the theme “{theme}”" if theme else "in no theme"
    return f"{many} {'is' if is_one else 'are'} {where}."


def address_of(topic, number, query):
    """The address of the workbench at a comment, or of its start (None)."""
    if number is None:
        return f"{reverse('consultation:comments', args=[topic.slug])}?{query}"
    return f"{reverse('consultation:comment_detail', args=[topic.slug, number])}?{query}"


@require_GET
@topic_page(PERMISSION)
def comments(request, topic):
    """Go to the first comment that the filters show, or say that there is none."""
    round = consultation_of(topic)
    context = {"round": round, "shortcuts": SHORTCUTS}
    if round:
        filters = CommentFilterForm(request.GET, round=round, team=topic.team)
        place = (page_number(request) - 1) * PAGE_LENGTH
        first = filters.rows.values_list("number", flat=True)[place : place + 1]
        if first:
            return redirect(address_of(topic, first[0], filters.query))
        context |= {"filters": filters, "query": filters.query, "progress": progress_of(round)}
        context |= last_step_of(round, request.user)
    return render_page(request, "consultation/comments.html", context)


def page_number(request):
    """The page that the address asks for, from 1."""
    said = request.GET.get("page", "")
    return max(1, int(said)) if said.isdecimal() and len(said) < 7 else 1


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_detail(request, topic, number):
    """The workbench at one comment: give it a theme and a response, and go on to the next."""
    comment = get_object_or_404(topic.comments.whole(), number=number)
    round, team = comment.round, topic.team
    filters = CommentFilterForm(request.GET, round=round, team=team)
    themes = list(round.themes.all())
    form = CommentAnswerForm(request.POST or None, comment=comment, team=team, themes=themes)
    current = None
    if form.is_valid():
        after = neighbours(filters.rows, number)["after"]
        try:
            actions.answer_comment(comment=comment, by=request.user, **form.answered)
            messages.success(request, f"Comment {number} is saved.")
            stays = "stay" in request.POST
            return redirect(address_of(topic, number if stays else after, filters.query))
        except EditCollision as collision:
            form, current = form.collided(collision), collision.current
        except RuleBroken as error:
            form.add_error("answer", str(error))
    context = {
        "comment": comment,
        "form": form,
        "current": current,
        "filters": filters,
        "query": filters.query,
        "themes": keyed(themes),
        "progress": progress_of(round),
        "shortcuts": SHORTCUTS,
        "changes": changes_of(comment),
        **last_step_of(round, request.user),
        **list_of(topic, filters, number),
    }
    return render_page(request, "consultation/comment_detail.html", context)


def keyed(themes):
    """The themes with their keys: the first nine have one."""
    return [
        {"value": str(theme.pk), "title": theme.title, "key": str(place) if place <= 9 else ""}
        for place, theme in enumerate(themes, start=1)
    ]


def changes_of(comment):
    """The changes of wording that the comment, or its theme, led to."""
    own = comment.changes.select_related("statement_version__statement", "comment")
    if comment.theme is None:
        return list(own)
    return [*own, *comment.theme.changes.select_related("statement_version__statement", "theme")]


def neighbours(rows, number):
    """The numbers before and after a comment among those that the filters show."""
    before = rows.filter(number__lt=number).order_by("-number")
    after = rows.filter(number__gt=number)
    return {
        "before": before.values_list("number", flat=True).first(),
        "after": after.values_list("number", flat=True).first(),
    }


def list_of(topic, filters, number):
    """The page of the list that holds the comment in hand, and the comments beside it."""
    rows, query = filters.rows, filters.query
    page = rows.filter(number__lt=number).count() // PAGE_LENGTH
    found = rows.count()
    shown = rows.whole()[page * PAGE_LENGTH : (page + 1) * PAGE_LENGTH]
    beside = neighbours(rows, number)
    last = max(0, (found - 1) // PAGE_LENGTH)
    return {
        "rows": shown,
        "found": found,
        "earlier_page": page if page else None,
        "later_page": page + 2 if page < last else None,
        "previous_address": address_of(topic, beside["before"], query) if beside["before"] else "",
        "next_address": address_of(topic, beside["after"], query) if beside["after"] else "",
    }
