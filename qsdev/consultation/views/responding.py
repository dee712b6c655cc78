"""Pages of an organisation that responds on the web; with its code it sees its own alone."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts import kept_forms
from qsdev.accounts.access import public_page
from qsdev.accounts.addresses import client_address
from qsdev.consultation import actions
from qsdev.consultation.actions.codes import NO_DRAFT, READ_AFTER_CLOSING
from qsdev.consultation.actions.responding import lacking
from qsdev.consultation.forms.responding import (
    DraftCommentForm,
    ResponseAboutForm,
    ResponseEnterForm,
    ResponseSubmitForm,
)
from qsdev.consultation.issued import issued_now
from qsdev.consultation.models import AccessCode, OrganisationResponse, is_open
from qsdev.errors import EditCollision, RuleBroken
from qsdev.forms.versioned import version_sent
from qsdev.htmx import render_page

KEY = "organisation_code"
NAME = "organisation_person"


def response_page(view):
    """Mark a view as a page of the organisation whose code was given in this browser.

    Nobody signs in here with an account, so it is public to the middleware; the code is looked up
    anew on every page, and whoever has none is asked for it.
    """

    @wraps(view)
    def page(request, *args, **kwargs):
        codes = AccessCode.objects.select_related(
            "round__consultation_draft", "stakeholder", "topic"
        )
        code = codes.filter(pk=request.session.get(KEY), ended_at=None).first()
        if code is None or timezone.now() > code.round.closes_at + READ_AFTER_CLOSING:
            request.session.pop(KEY, None)
            if request.method == "POST":
                return ask_again(request)
            return redirect("consultation:response_enter")
        if not hasattr(code.round, "consultation_draft"):
            request.session.pop(KEY, None)
            messages.error(request, NO_DRAFT)
            return redirect("consultation:response_enter")
        return view(request, code, *args, **kwargs)

    return public_page(page)


def ask_again(request):
    """Ask for the code of whoever sent a form after theirs had ended; the form goes along."""
    context = {"form": ResponseEnterForm(kept=kept_forms.form_of(request))}
    context["kept"] = context["form"].kept
    return render_page(request, "consultation/response_enter.html", context)


def give_back(request, code, kept):
    """The form that was sent when the code had ended, to be sent again with the one given now."""
    context = {"code": code, "kept": kept}
    return render_page(request, "consultation/response_kept.html", context)


@require_http_methods(["GET", "POST"])
@public_page
def response_enter(request):
    """Ask for the organisation's code, and give back a form that was sent without one."""
    form = ResponseEnterForm(request.POST or None)
    if form.is_valid():
        try:
            address = client_address(request)
            code = actions.use_code(words=form.cleaned_data["code"], address=address)
            request.session.cycle_key()
            request.session[KEY] = code.pk
            if form.kept:
                return give_back(request, code, form.kept)
            return redirect("consultation:response_detail")
        except RuleBroken as error:
            form.add_error("code", str(error))
    context = {"form": form, "kept": form.kept}
    return render_page(request, "consultation/response_enter.html", context)


@require_POST
@public_page
def response_leave(request):
    """Leave: the code is asked for again."""
    request.session.pop(KEY, None)
    request.session.pop(NAME, None)
    messages.success(request, "You have left the response. What you saved is kept.")
    return redirect("consultation:response_enter")


def response_of(code):
    """The organisation's own response, None before it was begun."""
    responses = OrganisationResponse.objects.select_related("stakeholder", "topic", "round")
    return responses.filter(round=code.round, stakeholder=code.stakeholder).first()


@require_GET
@response_page
def response_detail(request, code):
    """The organisation's response: what was written on each statement and question so far."""
    response = response_of(code)
    is_reported = issued_now(code.round) is not None
    context = {"code": code, "response": response, "is_reported": is_reported}
    context["is_open"] = is_open(code.round) and not is_reported
    context |= {
        "places": places_of(code, response),
        "lacking": lacking(response) if response else [],
    }
    return render_page(request, "consultation/response_detail.html", context)


def places_of(code, response):
    """What can be commented on, each with the comments that the organisation wrote of it."""
    written, draft = written_in(response), code.round.consultation_draft
    on_statements = [("s", one) for one in draft.statements.all()]
    on_questions = [("q", one) for one in code.round.questions.all()]
    places = [
        {
            "key": f"{kind}{one.pk}",
            "title": str(one),
            "text": one.text,
            "comments": written.get((kind, one.pk), []),
        }
        for kind, one in on_statements + on_questions
    ]
    text = "What does not belong to one statement or question."
    general = {"key": "g", "title": "The draft in general", "text": text}
    return [*places, {**general, "comments": written.get(("g", None), [])}]


def written_in(response):
    """The comments of a response by what they are about: drafted ones, or submitted ones."""
    written = {}
    if response:
        drafted = response.draft_comments.all()
        for one in [*response.comments.order_by("number"), *drafted]:
            kind = ("s", one.statement_id) if one.statement_id else ("q", one.question_id)
            key = kind if kind[1] else ("g", None)
            written.setdefault(key, []).append(one)
    return written


@require_http_methods(["GET", "POST"])
@response_page
def response_comment_create(request, code, place):
    """Write a comment on one statement, one question or the draft in general."""
    about = place_of(code, place)
    initial = {"written_by": request.session.get(NAME, "")}
    on_question = "question" in about
    form = DraftCommentForm(request.POST or None, initial=initial, on_question=on_question)
    if form.is_valid():
        try:
            remember(request, form)
            del form.cleaned_data["version"]
            actions.draft_comment(code=code, **about, **form.cleaned_data)
            messages.success(request, "The comment is saved. Nothing is submitted yet.")
            return redirect("consultation:response_detail")
        except RuleBroken as error:
            form.add_error("text", str(error))
    about = next(iter(about.values()), None)
    context = {"code": code, "form": form, "about": about}
    return render_page(request, "consultation/response_comment_create.html", context)


def remember(request, form):
    """Keep the name that somebody gave, to offer it for their next comment."""
    request.session[NAME] = form.cleaned_data["written_by"]


def place_of(code, place):
    """The statement or question that an address means; nothing for the draft in general."""
    if place == "g":
        return {}
    kind, pk = place[0], place[1:]
    if kind == "s":
        return {"statement": get_object_or_404(code.round.consultation_draft.statements, pk=pk)}
    return {"question": get_object_or_404(code.round.questions, pk=pk)}


@require_http_methods(["GET", "POST"])
@response_page
def response_comment_edit(request, code, pk):
    """Change or remove a comment that is not submitted yet."""
    response = response_of(code)
    if response is None:
        return redirect("consultation:response_detail")
    comment = get_object_or_404(response.draft_comments, pk=pk)
    initial = {name: getattr(comment, name) for name in ("section", "text", "version")}
    initial["written_by"] = request.session.get(NAME, "") or comment.written_by
    on_question = comment.question_id is not None
    form = DraftCommentForm(request.POST or None, initial=initial, on_question=on_question)
    current = None
    try:
        if "remove" in request.POST:
            actions.remove_draft_comment(code=code, comment=comment, version=version_sent(request))
            messages.success(request, "The comment is removed.")
            return redirect("consultation:response_detail")
        if form.is_valid():
            remember(request, form)
            actions.change_draft_comment(code=code, comment=comment, **form.cleaned_data)
            messages.success(request, "The comment is saved. Nothing is submitted yet.")
            return redirect("consultation:response_detail")
    except EditCollision as collision:
        form, current = form.collided(collision), collision.current
    except RuleBroken as error:
        form.add_error("text", str(error))
    about = comment.statement or comment.question
    context = {"code": code, "form": form, "comment": comment, "about": about, "current": current}
    return render_page(request, "consultation/response_comment_edit.html", context)


@require_http_methods(["GET", "POST"])
@response_page
def response_about(request, code):
    """Tobacco links, and interest in supporting the standard."""
    response = response_of(code)
    if response is None:
        return redirect("consultation:response_detail")
    form = ResponseAboutForm(request.POST or None, response=response)
    current = None
    if form.is_valid():
        try:
            actions.say_about_response(code=code, **form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("consultation:response_detail")
        except EditCollision as collision:
            form, current = form.collided(collision), collision.current
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"code": code, "form": form, "current": current}
    return render_page(request, "consultation/response_about.html", context)


@require_http_methods(["GET", "POST"])
@response_page
def response_submit(request, code):
    """Submit the response, once, after looking through all of it."""
    response = response_of(code)
    if response is None or response.is_submitted or not (code.is_lead and is_open(code.round)):
        return redirect("consultation:response_detail")
    seen = response.drafted_state
    initial = {"name": request.session.get(NAME, ""), "drafted_state": seen}
    form = ResponseSubmitForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            about = {name: form.cleaned_data[name] for name in ("name", "drafted_state")}
            actions.submit_response(code=code, **about)
            return redirect("consultation:response_detail")
        except RuleBroken as error:
            form.add_error(None, str(error))
            form.data = {**form.data.dict(), "drafted_state": seen}
    context = {"code": code, "form": form, "response": response, "lacking": lacking(response)}
    context["places"] = [one for one in places_of(code, response) if one["comments"]]
    return render_page(request, "consultation/response_submit.html", context)
