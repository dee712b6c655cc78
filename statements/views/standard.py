"""Pages of the standard as a whole: what all checks find, and why an area has no statement."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.committee.models import prioritised_areas
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from statements import actions
from statements.checking import check_topic, counted
from statements.content import measure_rows
from statements.forms.statements import AreaExplainForm
from statements.places import place_of_standard, place_to_mend, place_to_read


@require_GET
@topic_page("statements.view_statements")
def statement_checks(request, topic):
    """What the checks find in the standard as a whole and in each of its statements."""
    checked = check_topic(topic)
    may_write = "statements.write_statement" in request.allowed
    place = place_to_mend if may_write else place_to_read
    context = {
        "checked": checked,
        "counted": counted(checked.all_findings),
        "whole": place_of_standard(checked.findings, topic.slug, may_write=may_write),
        "groups": [
            (
                one.statement,
                counted(one.findings),
                place(
                    one.findings,
                    one.content,
                    measure_rows(one.statement),
                    one.statement,
                    topic.slug,
                ),
            )
            for one in checked.statements
        ],
    }
    return render_page(request, "statements/statement_checks.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def area_explain(request, topic, pk):
    """Say why a prioritised area has no statement."""
    area = get_object_or_404(prioritised_areas(topic), pk=pk)
    here = reverse("statements:statement_list", args=[topic.slug])
    form = AreaExplainForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.explain_area(area=area, by=request.user, **form.cleaned_data)
            messages.success(request, f"It is recorded why “{area.title}” has no statement.")
            return redirect("statements:statement_list", topic.slug)
        except RuleBroken as error:
            form.add_error(None, str(error))
    given = area.reasons_undrafted.select_related("given_by").last()
    context = {"form": form, "area": area, "given": given}
    return render_page(request, "statements/area_explain.html", context)
