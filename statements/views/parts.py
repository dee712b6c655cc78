"""Pages of a statement's measures, source guidance and definitions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.forms.versioned import version_sent
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from statements import actions
from statements.forms.statements import DefinitionCreateForm, MeasureForm, SourceChooseForm
from statements.models import QualityMeasure, StatementDefinition
from statements.views.statements import statement_of


def measure_of(topic, pk):
    rows = QualityMeasure.objects.filter(quality_statement__topic=topic)
    return get_object_or_404(rows.select_related("quality_statement__topic"), pk=pk)


def saved(request, form, action, **given):
    """Whether the action was done; where it was refused, the form says why."""
    try:
        action(by=request.user, **form.cleaned_data, **given)
        return True
    except EditCollision as collision:
        form.collided(collision)
    except RuleBroken as error:
        form.add_error(None, str(error))
    return False


def writing(statement):
    """The address of the page on which a statement is written."""
    return reverse("statements:statement_edit", args=[statement.topic.slug, statement.number])


def back(topic, statement):
    return redirect("statements:statement_edit", topic.slug, statement.number)


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def measure_create(request, topic, number):
    """Add a measure."""
    statement = statement_of(topic, number)
    form = MeasureForm(request.POST or None, statement=statement, cancel=writing(statement))
    if form.is_valid() and saved(request, form, actions.add_measure, statement=statement):
        messages.success(request, "The measure is added.")
        return back(topic, statement)
    context = {"form": form, "statement": statement}
    return render_page(request, "statements/measure_create.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def measure_edit(request, topic, pk):
    """Write a measure anew."""
    measure = measure_of(topic, pk)
    statement = measure.quality_statement
    form = MeasureForm(
        request.POST or None, statement=statement, measure=measure, cancel=writing(statement)
    )
    if form.is_valid() and saved(request, form, actions.change_measure, measure=measure):
        messages.success(request, "The measure is saved.")
        return back(topic, statement)
    context = {"form": form, "statement": statement, "measure": measure}
    return render_page(request, "statements/measure_edit.html", context)


def done_at_once(request, topic, statement, action, **given):
    """Do what a button asks, at the version that its page showed."""
    try:
        action(version=version_sent(request), by=request.user, **given)
    except RuleBroken as error:
        messages.error(request, str(error))
    return back(topic, statement)


@require_POST
@topic_page("statements.write_statement")
def measure_remove(request, topic, pk):
    """Take a measure away."""
    measure = measure_of(topic, pk)
    statement = measure.quality_statement
    return done_at_once(request, topic, statement, actions.remove_measure, measure=measure)


@require_POST
@topic_page("statements.write_statement")
def measure_move(request, topic, pk):
    """Move a measure up or down."""
    measure = measure_of(topic, pk)
    direction = "up" if "up" in request.POST else "down"
    return done_at_once(
        request,
        topic,
        measure.quality_statement,
        actions.move_measure,
        measure=measure,
        direction=direction,
    )


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def source_choose(request, topic, number):
    """Choose the recommendations on which a statement rests."""
    statement = statement_of(topic, number)
    form = SourceChooseForm(request.POST or None, statement=statement, cancel=writing(statement))
    if form.is_valid() and saved(request, form, actions.choose_sources, statement=statement):
        messages.success(request, "The source guidance is saved.")
        return back(topic, statement)
    context = {"form": form, "statement": statement}
    return render_page(request, "statements/source_choose.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("statements.write_statement")
def definition_create(request, topic, number):
    """Define a term."""
    statement = statement_of(topic, number)
    form = DefinitionCreateForm(
        request.POST or None, statement=statement, cancel=writing(statement)
    )
    if form.is_valid() and saved(request, form, actions.add_definition, statement=statement):
        messages.success(request, "The definition is added.")
        return back(topic, statement)
    context = {"form": form, "statement": statement}
    return render_page(request, "statements/definition_create.html", context)


@require_POST
@topic_page("statements.write_statement")
def definition_remove(request, topic, pk):
    """Take a definition away."""
    rows = StatementDefinition.objects.filter(quality_statement__topic=topic)
    found = get_object_or_404(rows.select_related("quality_statement__topic"), pk=pk)
    return done_at_once(
        request,
        topic,
        found.quality_statement,
        actions.remove_definition,
        statement_definition=found,
    )
