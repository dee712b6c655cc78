"""Pages of a consultation as a whole: the draft as issued, its questions, how it stands."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.changing import changes_since
from qsdev.consultation.forms.answering import DraftIssueForm, QuestionForm
from qsdev.consultation.forms.reports import DraftWithdrawForm
from qsdev.consultation.issued import issued_now
from qsdev.consultation.models import (
    STANDARD_QUESTIONS,
    DraftStatement,
    ResponseState,
    consultation_of,
    is_open,
)
from qsdev.consultation.views.settling import unsettled_of
from qsdev.consultation.views.workbench import progress_of, round_or_404
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from statements.models import StatementVersion

QUESTIONS = "consultation.change_questions"


@require_GET
@topic_page("consultation.view_draft")
def consultation_detail(request, topic):
    """The draft as it went to consultation, with its questions; for the team, how it stands."""
    round = consultation_of(topic)
    draft = getattr(round, "consultation_draft", None)
    context = {
        "round": round,
        "draft": draft,
        "statements": draft.statements.all() if draft else [],
        "questions": list(round.questions.all()) if round else [],
        "standard_questions": STANDARD_QUESTIONS,
        "is_open": bool(round) and is_open(round),
        "issued_report": issued_now(round) if round else None,
    }
    if round and "consultation.answer_comments" in request.allowed:
        submitted = round.organisation_responses.filter(state=ResponseState.SUBMITTED)
        context |= {"progress": progress_of(round), "responses": submitted.count()}
        context["withdrawn"] = round.withdrawn_drafts.select_related("withdrawn_by")
    if round and "consultation.import_comments" in request.allowed:
        context["unsettled"] = unsettled_of(round)
    return render_page(request, "consultation/consultation_detail.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("consultation.issue_draft")
def draft_issue(request, topic):
    """Put the draft to consultation, after showing which statements it holds."""
    round = round_or_404(topic)
    here = reverse("consultation:consultation_detail", args=[topic.slug])
    form = DraftIssueForm(request.POST if request.method == "POST" else None, cancel=here)
    if form.is_valid():
        try:
            actions.issue_draft(round=round, by=request.user)
            messages.success(request, "The draft is issued for consultation.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "round": round,
        "statements": StatementVersion.objects.standing_in(topic),
        "questions": round.questions.all(),
        "standard_questions": STANDARD_QUESTIONS,
    }
    return render_page(request, "consultation/draft_issue.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("consultation.issue_draft")
def draft_withdraw(request, topic):
    """Withdraw the draft that was issued, with the reason, while nobody has responded."""
    round = round_or_404(topic)
    draft = get_object_or_404(topic.consultation_drafts, round=round)
    here = reverse("consultation:consultation_detail", args=[topic.slug])
    form = DraftWithdrawForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.withdraw_draft(draft=draft, by=request.user, **form.cleaned_data)
            messages.success(request, "The draft is withdrawn. Issue it again when it is ready.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "draft": draft}
    return render_page(request, "consultation/draft_withdraw.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(QUESTIONS)
def question_create(request, topic):
    """Add a question of the topic's own."""
    round = round_or_404(topic)
    here = reverse("consultation:consultation_detail", args=[topic.slug])
    form = QuestionForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.add_question(round=round, by=request.user, **form.cleaned_data)
            return redirect(here)
        except RuleBroken as error:
            form.add_error("text", str(error))
    return render_page(request, "consultation/question_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page(QUESTIONS)
def question_edit(request, topic, pk):
    """Change a question of the topic's own."""
    question = get_object_or_404(topic.consultation_questions.select_related("round"), pk=pk)
    here = reverse("consultation:consultation_detail", args=[topic.slug])
    form = QuestionForm(request.POST or None, initial={"text": question.text}, cancel=here)
    if form.is_valid():
        try:
            actions.change_question(question=question, by=request.user, **form.cleaned_data)
            return redirect(here)
        except RuleBroken as error:
            form.add_error("text", str(error))
    context = {"form": form, "question": question}
    return render_page(request, "consultation/question_edit.html", context)


@require_POST
@topic_page(QUESTIONS)
def question_remove(request, topic, pk):
    """Remove a question of the topic's own."""
    question = get_object_or_404(topic.consultation_questions.select_related("round"), pk=pk)
    try:
        actions.remove_question(question=question, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("consultation:consultation_detail", topic.slug)


@require_GET
@topic_page("consultation.answer_comments")
def statement_changes(request, topic, pk):
    """A statement as it was consulted on, what was said of it, and what its wording became."""
    drafts = DraftStatement.objects.select_related("statement_version__statement", "draft__round")
    statement = get_object_or_404(drafts.exclude(draft__round=None), pk=pk, draft__topic=topic)
    context = {
        "statement": statement,
        "changes": changes_since(statement),
        "comments": statement.comments.whole(),
    }
    return render_page(request, "consultation/statement_changes.html", context)
