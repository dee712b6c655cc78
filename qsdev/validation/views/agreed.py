"""Pages of what the committee agreed on each statement after consultation."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.committee.attendance import Attendance
from qsdev.consultation.models import ChangeOfWording, DraftStatement, Theme, consultation_of
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation import actions
from qsdev.validation.forms.agreed import AgreedChangeForm, themes_on
from qsdev.validation.models import held_second_meeting, second_meeting
from qsdev.validation.standing import standings
from qsdev.validation.wording import consulted_versions, versions_to_carry


@require_GET
@topic_page("validation.view_validation")
def agreed_change_list(request, topic):
    """Each statement with what was agreed on it and why, and the chair's agreement."""
    held = held_second_meeting(topic)
    context = {
        "standings": standings(topic),
        "held": held,
        "meeting": held or second_meeting(topic),
        "sees_versions": "statements.view_statements" in request.allowed,
        "may_record": bool(held) and "validation.record_agreed_change" in request.allowed,
        "may_agree": "validation.agree_wording" in request.allowed,
    }
    return render_page(request, "validation/agreed_change_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("validation.record_agreed_change")
def agreed_change_create(request, topic, number):
    """Record what was agreed on a statement; a correction names what stood before."""
    statement = get_object_or_404(topic.statements.select_related("topic"), number=number)
    here = reverse("validation:agreed_change_list", args=[topic.slug]) + f"#statement-{number}"
    meeting = held_second_meeting(topic)
    if meeting is None:
        messages.error(request, "Open the second committee meeting first.")
        return redirect(here)
    records = statement.agreed_changes.select_related("recorded_by", "meeting")
    agreed = records.current().first()
    form = AgreedChangeForm(
        request.POST or None, agreed=agreed, cancel=here, **choices_for(topic, statement)
    )
    if form.is_valid():
        given = dict(form.cleaned_data)
        pk = given.pop("supersedes")
        opened = records.filter(pk=pk).first() if pk else None
        try:
            actions.record_agreed_change(
                meeting=meeting, statement=statement, supersedes=opened, by=request.user, **given
            )
            messages.success(request, f"What was agreed on statement {number} is recorded.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "statement": statement,
        "agreed": agreed,
        "meeting": meeting,
        "quorum": Attendance(meeting).fullest_quorum(statement.area),
    }
    return render_page(request, "validation/agreed_change_create.html", context)


def choices_for(topic, statement):
    """What the form offers: versions after consultation, themes, those linked to them already."""
    round = consultation_of(topic)
    versions = versions_to_carry(statement, consulted_versions(round))
    if round is None:
        return {"versions": versions, "themes": Theme.objects.none()}
    drafts = DraftStatement.objects.filter(draft__round=round)
    draft = drafts.filter(statement_version__statement=statement).first()
    changes = ChangeOfWording.objects.filter(statement_version__in=versions)
    linked = changes.exclude(theme=None).values_list("theme", flat=True)
    return {"versions": versions, "themes": themes_on(round, draft), "linked": set(linked)}


def standing_or_404(standing):
    """A statement that stands; 404 for none, or one that was removed."""
    if standing is None or standing.statement.is_removed:
        raise Http404
    return standing
