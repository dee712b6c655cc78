"""Pages on which the chair agrees the final wording of a statement, or takes that back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.agreed import WordingAgreeForm, WordingWithdrawForm
from qsdev.validation.standing import standing_of
from qsdev.validation.views.agreed import standing_or_404
from statements.models import StatementVersion
from statements.redline import lines_of, redline

PERMISSION = "validation.agree_wording"


def list_of(topic, number):
    """The address of a statement on the page of what was agreed."""
    return reverse("validation:agreed_change_list", args=[topic.slug]) + f"#statement-{number}"


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def wording_agree(request, topic, number):
    """The wording whole, what changed since consultation, and the chair's agreement."""
    standing = standing_or_404(standing_of(topic, number))
    fresh = {"initial": {"seen": standing.version.pk}, "cancel": list_of(topic, number)}
    form = WordingAgreeForm(request.POST or None, **fresh)
    if form.is_valid():
        versions = StatementVersion.objects.filter(statement=standing.statement)
        seen = get_object_or_404(versions, pk=form.cleaned_data["seen"])
        try:
            actions.agree_wording(statement_version=seen, by=request.user)
            messages.success(request, f"The wording of statement {number} is agreed.")
            return redirect(list_of(topic, number))
        except RuleBroken as error:
            form = WordingAgreeForm(None, **fresh)
            messages.error(request, str(error))
    before = standing.consulted
    context = {
        "form": form,
        "standing": standing,
        "lines": [(heading, text) for heading, text in lines_of(standing.version.content) if text],
        "changes": redline(before.content, standing.version.content) if before else [],
    }
    return render_page(request, "validation/wording_agree.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def wording_withdraw(request, topic, number):
    """Take back the chair's agreement on a statement's last wording, with the reason."""
    agreements = topic.chair_agreements.standing().select_related("statement_version__statement")
    of_statement = agreements.filter(statement_version__statement__number=number)
    agreement = get_object_or_404(of_statement.order_by("-statement_version__number")[:1])
    form = WordingWithdrawForm(request.POST or None, cancel=list_of(topic, number))
    if form.is_valid():
        try:
            actions.withdraw_agreement(agreement=agreement, by=request.user, **form.cleaned_data)
            messages.success(request, f"The agreement on statement {number} is taken back.")
            return redirect(list_of(topic, number))
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "agreement": agreement}
    return render_page(request, "validation/wording_withdraw.html", context)
