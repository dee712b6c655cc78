"""Steps of triage in words, and the page that undoes one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from qsdev.accounts.models import User
from qsdev.errors import RuleBroken
from qsdev.topics.access import topic_page
from qsdev.topics.models import ImprovementArea, SubArea
from stakeholders import actions
from stakeholders.models import StepKind, Suggestion
from stakeholders.models.standing import Standing
from stakeholders.views.workbench import address_of

SHOWN_NUMBERS = 6
WORDS = {
    StepKind.SUPPORTED: "now also {supports} “{place}”",
    StepKind.ENDED_SUPPORT: "no longer {supports} an area beside {its} own",
    StepKind.UNFILED: "{is_} taken out of {its} area",
    StepKind.LEFT_FOR_LATER: "{is_} left for later",
    StepKind.PUT_OUT_OF_SCOPE: "{is_} out of scope",
    StepKind.TAKEN_BACK: "{is_} back to triage",
    StepKind.SPLIT: "{is_} split into parts",
    StepKind.JOINED: "{is_} in one piece again",
    StepKind.MERGED: "{is_} merged with suggestion {other}",
    StepKind.UNMERGED: "{is_} no longer merged",
    StepKind.MOVED: "{is_} moved to “{place}”",
    StepKind.FILED_PART: "{has} a part filed under “{place}”",
    StepKind.FILED: "{is_} filed under “{place}”",
    StepKind.ASSIGNED: "{is_} given to {assignee}",
}
ONE = {"is_": "is", "has": "has", "supports": "supports", "its": "its"}
MANY = {"is_": "are", "has": "have", "supports": "support", "its": "their"}


def sentence_of(step):
    """What a step did: "Suggestion 16 is filed under “Schools”." or the same of several."""
    count = step.changes.count()
    changes = list(step.changes.select_related("suggestion")[:SHOWN_NUMBERS])
    numbers = ", ".join(str(change.suggestion.number) for change in changes)
    more = f" and {count - SHOWN_NUMBERS:,} more" if count > SHOWN_NUMBERS else ""
    subject = f"Suggestion {numbers}" if count == 1 else f"Suggestions {numbers}{more}"
    before, after = (Standing.from_json(kept) for kept in (changes[0].before, changes[0].after))
    facts = {
        "place": place_in_words(before, after),
        "assignee": person_in_words(after.assignee),
        "other": number_of(after.merged_into),
        **(ONE if count == 1 else MANY),
    }
    return f"{subject} {WORDS[StepKind(step.kind)].format(**facts)}."


def place_in_words(before, after):
    """The place that came with a step, as the area's title and the sub-area's."""
    new = [place for place in after.places if place not in before.places]
    if not new:
        return "nothing"
    area = ImprovementArea.objects.filter(pk=new[0].area).first()
    sub_area = SubArea.objects.filter(pk=new[0].sub_area).first()
    words = area.title if area else "an area that is gone"
    return f"{words}: {sub_area.title}" if sub_area else words


def person_in_words(pk):
    person = User.objects.filter(pk=pk).first() if pk else None
    return person.name if person else "nobody"


def number_of(pk):
    other = Suggestion.objects.filter(pk=pk).first() if pk else None
    return other.number if other else "that is gone"


def safe_address(request, address, otherwise):
    """The address if it leads to a page of ours, else the other."""
    hosts = {request.get_host()}
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, hosts)
    return address if is_ours else otherwise


def back_from(request, topic, number):
    """Where a page about a suggestion leads when it is done: back to the list it came from.

    The address says so in `next`; else it is the suggestion's own page.
    """
    detail = reverse("stakeholders:suggestion_detail", args=[topic.slug, number])
    return safe_address(request, request.GET.get("next", ""), detail)


@require_POST
@topic_page("stakeholders.file_suggestion")
def step_undo(request, topic, pk):
    """Put back what stood before a step, and go to the suggestion it concerned."""
    step = get_object_or_404(topic.triage_steps, pk=pk)
    words = sentence_of(step) if step.changes.exists() else ""
    numbers = list(step.changes.values_list("suggestion__number", flat=True)[:2])
    query = request.POST.get("query", "")
    start = address_of(topic, numbers[0] if len(numbers) == 1 else None, query)
    try:
        actions.undo_step(step=step, by=request.user)
        messages.success(request, f"Undone: {words}")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(safe_address(request, request.POST.get("next", ""), start))
