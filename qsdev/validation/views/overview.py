"""The page "Second meeting and validation": what is done before publication, what is not."""

from django.views.decorators.http import require_GET

from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.validation.interest import interest_not_taken_over
from qsdev.validation.models import (
    StepKind,
    SupportState,
    latest_steps,
    package_to_read,
    second_meeting,
)
from qsdev.validation.readiness import outstanding
from qsdev.validation.standing import standings


@require_GET
@topic_page("validation.view_validation")
def validation_detail(request, topic):
    """After consultation: the second meeting, what was agreed, validation, supporters."""
    found = standings(topic)
    context = {
        "meeting": second_meeting(topic),
        "package": package_to_read(topic),
        "statements": len(found),
        "agreed": sum(one.agreed is not None for one in found),
        "done": sum(one.is_done for one in found),
    }
    if "validation.view_steps" in request.allowed:
        context["outstanding"] = [
            (one.words, one.href if one.permission in request.allowed else "")
            for one in outstanding(topic, found)
        ]
        context["steps"] = [step for kind in StepKind for step in latest_steps(topic)[kind]]
    if "validation.change_supporters" in request.allowed:
        context |= supporters_summary(topic)
    return render_page(request, "validation/validation_detail.html", context)


def supporters_summary(topic):
    """How many organisations there are, how many are listed, how many are not taken over yet."""
    states = list(topic.supporting_organisations.values_list("state", flat=True))
    return {
        "supporters": len(states),
        "listed": states.count(SupportState.LISTED),
        "interested": len(interest_not_taken_over(topic)),
    }
