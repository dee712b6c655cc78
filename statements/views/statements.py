"""Pages of the statements: the list, drafting one, writing it, reading it, removing it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from statements import actions
from statements.checking import check_one, check_topic, counted
from statements.content import AUDIENCES, content_of, measure_rows
from statements.forms.statements import (
    StatementCreateForm,
    StatementEditForm,
    StatementRemoveForm,
)
from statements.places import place_on_page, place_to_mend


def statement_of(topic, number):
    rows = topic.statements.select_related("topic", "area", "changed_by", "replaced_by")
    return get_object_or_404(rows, number=number)


@require_GET
@topic_page("statements.view_statements")
def statement_list(request, topic):
    """The standard's statements in order, those removed, and areas that still have none."""
    checked = check_topic(topic)
    context = {
        "statements": checked.statements,
        "removed": checked.removed,
        "undrafted": checked.undrafted,
        "counted": counted(checked.all_findings),
        "may_write": "statements.write_statement" in request.allowed,
    }
    return render_page(
        request, "statements/statement_list.html", context, partial="_statement_rows.html"
    )


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def statement_create(request, topic):
    """Draft a statement for a prioritised area, or for another with a reason."""
    asked = request.GET.get("area", "")
    initial = {"area": int(asked)} if asked.isdecimal() else {}
    here = reverse("statements:statement_list", args=[topic.slug])
    form = StatementCreateForm(request.POST or None, topic=topic, initial=initial, cancel=here)
    if form.is_valid():
        try:
            made = actions.draft_statement(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, f"{made} is drafted.")
            return redirect("statements:statement_edit", topic.slug, made.number)
        except RuleBroken as error:
            form.add_error("area", str(error))
    return render_page(request, "statements/statement_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def statement_edit(request, topic, number):
    """The writing page: the statement's parts, and beside them all that they rest on."""
    statement = statement_of(topic, number)
    if statement.is_removed:
        return redirect("statements:statement_detail", topic.slug, number)
    form = StatementEditForm(request.POST or None, statement=statement)
    current = None
    if form.is_valid():
        try:
            actions.write_statement(statement=statement, by=request.user, **form.cleaned_data)
            messages.success(request, f"Version {statement.version} is saved.")
            return redirect("statements:statement_edit", topic.slug, number)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "statement": statement, "current": current}
    context |= beside(topic, statement)
    return render_page(request, "statements/statement_edit.html", context)


def beside(topic, statement):
    """What stands beside a statement while it is written."""
    area = statement.area
    content = content_of(statement)
    measures = measure_rows(statement)
    found = check_one(statement, content)
    chosen = {one["recommendation"] for one in content["sources"]}
    selected = area.selected_recommendations.exclude(recommendation=None)
    selected = selected.select_related("recommendation__guideline")
    recommendations = {one.recommendation_id: one.recommendation for one in selected}
    return {
        "content": content,
        "measures": in_their_kinds(measures, content["measures"]),
        "definitions": statement.definitions.select_related("glossary_term"),
        "findings": place_on_page(found, content, measures, fields="id_"),
        "summaries": area.summaries.select_related("sub_area"),
        "selected": sorted(recommendations.values(), key=lambda one: one.sort_key),
        "chosen": chosen,
        "decision": area.decisions.current().select_related("meeting").first(),
        "filings": list(area.filings.select_related("suggestion__stakeholder")),
    }


def in_their_kinds(rows, measures):
    """Each measure's row and content, and whether it is the first and the last of its kind."""
    kinds = [one["kind"] for one in measures]
    return [
        (row, one, place == kinds.index(one["kind"]), one["kind"] not in kinds[place + 1 :])
        for place, (row, one) in enumerate(zip(rows, measures, strict=True))
    ]


@require_GET
@topic_page("statements.view_statements")
def statement_detail(request, topic, number):
    """A statement as it will read, part by part."""
    statement = statement_of(topic, number)
    content, measures = content_of(statement), measure_rows(statement)
    found = [] if statement.is_removed else check_one(statement, content)
    may_write = "statements.write_statement" in request.allowed
    context = {
        "statement": statement,
        "content": content,
        "measures": list(zip(measures, content["measures"], strict=True)),
        "audiences": [(name, words, content[name]) for name, words in AUDIENCES],
        "findings": place_to_mend(found, content, measures, statement, topic.slug)
        if may_write
        else place_on_page(found, content, measures),
        "may_write": may_write,
    }
    return render_page(request, "statements/statement_detail.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def statement_remove(request, topic, number):
    """Take a statement out of the standard; its number stays, and says what replaced it."""
    statement = statement_of(topic, number)
    here = reverse("statements:statement_edit", args=[topic.slug, number])
    form = StatementRemoveForm(request.POST or None, statement=statement, cancel=here)
    if form.is_valid():
        try:
            actions.remove_statement(statement=statement, by=request.user, **form.cleaned_data)
            messages.success(request, f"{statement} is removed.")
            return redirect("statements:statement_list", topic.slug)
        except EditCollision as collision:
            form = form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "statement": statement}
    return render_page(request, "statements/statement_remove.html", context)


@require_POST
@topic_page("statements.write_statement")
def statement_move(request, topic, number):
    """Move a statement up or down."""
    statement = statement_of(topic, number)
    direction = "up" if "up" in request.POST else "down"
    try:
        actions.move_statement(statement=statement, direction=direction, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("statements:statement_list", topic.slug)
