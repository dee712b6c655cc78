"""Pages on which the overview and the glossary are written."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.overview import GlossaryEditForm, OverviewEditForm
from qsdev.topics.models import OverviewKind


@require_GET
@topic_page("topics.change_topic")
def overview_list(request, topic):
    """The overview as far as it is written, with the frameworks and the glossary."""
    written = {section.kind: section for section in topic.overview_sections.all()}
    sections = [(kind, written.get(kind)) for kind in OverviewKind]
    frameworks = topic.frameworks.prefetch_related("domains__entries")
    context = {"sections": sections, "frameworks": frameworks, "terms": topic.glossary_terms.all()}
    return render_page(request, "topics/overview_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_topic")
def overview_edit(request, topic, kind):
    """Write one section of the overview."""
    if kind not in OverviewKind:
        raise Http404
    section = topic.overview_sections.filter(kind=kind).first()
    form = OverviewEditForm(request.POST or None, section=section)
    current = None
    if form.is_valid():
        try:
            actions.write_overview_section(
                topic=topic, kind=kind, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"“{OverviewKind(kind).label}” is saved.")
            return redirect("topics:overview_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    context = {"form": form, "heading": OverviewKind(kind).label, "current": current}
    return render_page(request, "topics/overview_edit.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_topic")
def glossary_edit(request, topic):
    """Add a term to the glossary, or define one anew: the one that the address names."""
    terms = topic.glossary_terms.all()
    chosen = next((term for term in terms if str(term.pk) == request.GET.get("term")), None)
    form = GlossaryEditForm(request.POST or None, term=chosen)
    current = None
    if form.is_valid():
        try:
            term = save_term(topic, chosen, request.user, form.cleaned_data)
            messages.success(request, f"“{term}” is defined.")
            return redirect("topics:glossary_edit", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("term", str(error))
    context = {"form": form, "terms": terms, "chosen": chosen, "current": current}
    return render_page(request, "topics/glossary_edit.html", context)


def save_term(topic, chosen, person, given):
    """Define the chosen term anew, or a new one if none is chosen."""
    if chosen:
        return actions.change_term(glossary_term=chosen, by=person, **given)
    return actions.define_term(
        topic=topic, term=given["term"], definition=given["definition"], by=person
    )


@require_POST
@topic_page("topics.change_topic")
def term_remove(request, topic, pk):
    """Take a term out of the glossary."""
    term = get_object_or_404(topic.glossary_terms, pk=pk)
    try:
        actions.remove_term(term=term, by=request.user)
        messages.success(request, f"“{term}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("topics:glossary_edit", topic.slug)
