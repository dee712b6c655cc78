"""Pages of the team: which organisations responded, and the codes by which they do."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.forms.responding import CodeCreateForm
from qsdev.consultation.models import consultation_of
from qsdev.consultation.views.workbench import round_or_404
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

PERMISSION = "consultation.give_codes"


@require_GET
@topic_page(PERMISSION)
def respondent_list(request, topic):
    """Every organisation that responded or has begun to, and every code."""
    round = consultation_of(topic)
    responses = round.organisation_responses.select_related("stakeholder") if round else None
    counted = responses.annotate(comment_count=Count("comments")) if round else None
    context = {
        "round": round,
        "responses": counted.order_by("stakeholder__name") if round else [],
        "codes": round.access_codes.select_related("stakeholder", "made_by") if round else [],
    }
    return render_page(request, "consultation/respondent_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def code_create(request, topic):
    """Make a code for an organisation; its words are shown here, this once."""
    round = round_or_404(topic)
    here = reverse("consultation:respondent_list", args=[topic.slug])
    form = CodeCreateForm(request.POST or None, cancel=here)
    context = {"form": form, "round": round, "code": None}
    if form.is_valid():
        try:
            code, words = actions.make_code(round=round, by=request.user, **form.cleaned_data)
            context |= {"code": code, "words": words}
        except RuleBroken as error:
            form.add_error("stakeholder", str(error))
    return render_page(request, "consultation/code_create.html", context)


@require_POST
@topic_page(PERMISSION)
def code_end(request, topic, pk):
    """End a code."""
    code = get_object_or_404(topic.access_codes.select_related("stakeholder"), pk=pk)
    try:
        actions.end_code(code=code, by=request.user)
        messages.success(request, f"The code of {code.stakeholder} has ended.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("consultation:respondent_list", topic.slug)
