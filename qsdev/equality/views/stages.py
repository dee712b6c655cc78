"""Pages of the assessment's stages: where each stands, its answers, completing and reopening."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.equality import actions
from qsdev.equality.areas import areas_to_take_over
from qsdev.equality.content import (
    content_by_stage,
    counts_by_group,
    earlier_issues,
    fingerprint,
    group_words,
    lacks,
    later_issues,
    standing,
    unfinished,
    withdrawn,
)
from qsdev.equality.forms.stages import AnswerForm, StageCompleteForm, StageReopenForm
from qsdev.equality.models import Stage, StageCompletion
from qsdev.equality.progress import first_open, is_closed, is_complete, stages_of
from qsdev.equality.questions import QUESTIONS
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

VIEW = "equality.view_assessment"
RECORD = "equality.record_issue"
COMPLETE = "equality.complete_stage"


def stage_or_404(code):
    """The stage of this code."""
    if code not in Stage.values:
        raise Http404
    return Stage(code)


def page_of(topic, stage):
    """The address of a stage's page."""
    return reverse("equality:stage_detail", args=[topic.slug, stage])


def way_back(request, topic, stage, *, is_withdrawn=False):
    """Where a form that could not be saved leads before anything is typed; None where it can be."""
    if request.method != "GET" or not (is_withdrawn or is_closed(topic, stage)):
        return None
    messages.info(request, "This can no longer be changed: look at how it stands.")
    return redirect(page_of(topic, stage))


@require_GET
@topic_page(VIEW)
def stage_list(request, topic):
    """The assessment as a whole: where each stage stands, and whom its issues concern."""
    stages = stages_of(topic)
    context = {
        "stages": stages,
        "counts": counts_by_group(content_by_stage(topic)),
        "completed": sum(one.is_complete for one in stages),
        "is_complete": is_complete(topic),
        "areas": areas_to_take_over(topic),
        "taking_over": first_open(stages),
    }
    return render_page(request, "equality/stage_list.html", context)


@require_GET
@topic_page(VIEW)
def stage_detail(request, topic, stage):
    """A stage with its issues and answers, and what can be done while it is open."""
    stage = stage_or_404(stage)
    stages = stages_of(topic)
    progress = stages[stage.number - 1]
    content = content_by_stage(topic)[stage]
    later = later_issues(topic)
    following = first_open(stages)
    takes_over = following is not None and following.stage == stage
    context = {
        "progress": progress,
        "content": content,
        "issues": [shown(one, later) for one in standing(content)],
        "withdrawn": withdrawn(content),
        "completions": completions_of(topic, stage),
        "may_record": RECORD in request.allowed and not progress.is_complete,
        "areas": areas_with_suggestions(topic) if takes_over else [],
        "to_continue": [one for one in earlier_issues(topic, stage) if one.number not in later],
    }
    return render_page(request, "equality/stage_detail.html", context)


def shown(issue, later):
    """An issue's content with what its page shows beside."""
    more = {"group_words": group_words(issue), "lacks": lacks(issue)}
    return issue | more | {"later": later.get(issue["number"], [])}


def areas_with_suggestions(topic):
    """The areas to take over, each with the numbers of the suggestions filed there."""
    areas = areas_to_take_over(topic).prefetch_related("filings__suggestion")
    return [(area, sorted(one.suggestion.number for one in area.filings.all())) for area in areas]


def completions_of(topic, stage):
    """The completions of a stage, the newest first."""
    rows = StageCompletion.objects.filter(equality_stage__topic=topic, equality_stage__stage=stage)
    rows = rows.select_related("completed_by", "reopened_by").defer("content")
    return rows.order_by("-completed_at", "-pk")


@require_http_methods(["GET", "POST"])
@topic_page(RECORD)
def stage_answer(request, topic, stage):
    """Answer the questions of a stage."""
    stage = stage_or_404(stage)
    if back := way_back(request, topic, stage):
        return back
    row = topic.equality_stages.filter(stage=stage).first()
    form = AnswerForm(request.POST or None, stage=stage, row=row, cancel=page_of(topic, stage))
    current = []
    if form.is_valid():
        try:
            actions.answer_questions(
                topic=topic,
                stage=stage,
                version=form.cleaned_data["version"],
                answers=form.answers,
                by=request.user,
            )
            messages.success(request, "The answers are saved.")
            return redirect(page_of(topic, stage))
        except EditCollision as collision:
            current = answers_of(stage, collision.current)
            form = form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "stage": stage, "current": current}
    return render_page(request, "equality/stage_answer.html", context)


def answers_of(stage, row):
    """The questions of a stage with the answers that a row has."""
    return [(one.words, row.answers.get(one.code, "")) for one in QUESTIONS[stage]]


@require_http_methods(["GET", "POST"])
@topic_page(COMPLETE)
def stage_complete(request, topic, stage):
    """Complete a stage as it is shown, which closes it."""
    stage = stage_or_404(stage)
    progress = stages_of(topic)[stage.number - 1]
    if progress.is_complete:
        return redirect(page_of(topic, stage))
    content = content_by_stage(topic)[stage]
    seen = fingerprint(content)
    form = StageCompleteForm(
        request.POST if request.method == "POST" else None,
        seen=seen,
        has_issues=progress.issues > 0,
        cancel=page_of(topic, stage),
    )
    if form.is_valid():
        try:
            actions.complete_stage(topic=topic, stage=stage, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{stage.label}” is completed.")
            return redirect("equality:stage_list", topic.slug)
        except RuleBroken as error:
            form.shown_again(seen).add_error(None, str(error))
    issues = [shown(one, {}) for one in standing(content)]
    context = {"form": form, "stage": stage, "content": content, "issues": issues}
    context |= {"areas": areas_to_take_over(topic), "unfinished": unfinished(content)}
    return render_page(request, "equality/stage_complete.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(COMPLETE)
def stage_reopen(request, topic, stage):
    """Reopen a closed stage, with the reason."""
    stage = stage_or_404(stage)
    form = StageReopenForm(request.POST or None, cancel=page_of(topic, stage))
    if form.is_valid():
        try:
            actions.reopen_stage(topic=topic, stage=stage, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{stage.label}” is open again.")
            return redirect(page_of(topic, stage))
        except RuleBroken as error:
            form.add_error(None, str(error))
    return render_page(request, "equality/stage_reopen.html", {"form": form, "stage": stage})


@require_GET
@topic_page(VIEW)
def completion_detail(request, topic, pk):
    """A stage as it was when it was completed, whatever was changed after it was reopened."""
    rows = StageCompletion.objects.filter(equality_stage__topic=topic)
    rows = rows.select_related("equality_stage", "completed_by", "reopened_by")
    completion = get_object_or_404(rows, pk=pk)
    content = completion.content
    context = {
        "completion": completion,
        "stage": completion.equality_stage.named,
        "content": content,
        "issues": [shown(one, {}) for one in standing(content)],
        "withdrawn": withdrawn(content),
    }
    return render_page(request, "equality/completion_detail.html", context)


@require_POST
@topic_page(RECORD)
def area_take(request, topic, stage, pk):
    """Take over an area that is handled by the assessment as an issue of this stage."""
    stage = stage_or_404(stage)
    area = get_object_or_404(topic.areas, pk=pk)
    try:
        issue = actions.take_over_area(topic=topic, stage=stage, area=area, by=request.user)
        words = f"“{area}” is issue {issue.number}: say whom it concerns and how it is dealt with."
        messages.success(request, words)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(page_of(topic, stage))
