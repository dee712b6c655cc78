"""Pages of the register, and the keeper's page on which leads record who a pseudonym is."""

import re

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods
from rapidfuzz import fuzz

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.register import (
    IdentityEditForm,
    SpecialistMemberCreateForm,
    StakeholderForm,
)
from stakeholders.models import Redaction, Stakeholder
from stakeholders.models.register import name_key

ALIKE_FROM = 90  # of 100: from here on names are proposed as one, as on importing
MOST_COMPARED = 400


def name_order(stakeholder):
    """Sorts names as people do, on every database: no case, and SCM2 before SCM10."""
    parts = re.split(r"(\d+)", stakeholder.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def looks_alike(name, other):
    """Whether two names differ by little, as they stand or with their words in another order."""
    as_they_stand = fuzz.ratio(name, other, score_cutoff=ALIKE_FROM)
    return as_they_stand or fuzz.token_sort_ratio(name, other, score_cutoff=ALIKE_FROM)


def names_alike(stakeholders):
    """Pairs of organisations whose names look alike, with the words that both names share.

    Whether they are one is for a person to say. Long registers are looked at in part.
    """
    organisations = [one for one in stakeholders if not one.is_specialist_member]
    names = [name_key(one.name) for one in organisations[:MOST_COMPARED]]
    pairs = []
    for place, name in enumerate(names):
        for other in range(place):
            if looks_alike(name, names[other]):
                shared = sorted(set(name.split()) & set(names[other].split()))
                pairs.append((organisations[other], organisations[place], shared))
    return pairs


@require_GET
@topic_page("stakeholders.view_register")
def stakeholder_list(request, topic):
    """Registered organisations, and this topic's specialist committee members."""
    stakeholders = (
        Stakeholder.objects.known_in(topic)
        .prefetch_related("aliases")
        .annotate(suggested=Count("suggestions", filter=Q(suggestions__topic=topic)))
    )
    stakeholders = sorted(stakeholders, key=name_order)
    context = {
        "organisations": [one for one in stakeholders if not one.is_specialist_member],
        "members": [one for one in stakeholders if one.is_specialist_member],
        "alike": names_alike(stakeholders) if request.user.shows_hints else [],
    }
    return render_page(request, "stakeholders/stakeholder_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.change_register")
def stakeholder_create(request, topic):
    """Register an organisation."""
    form = StakeholderForm(request.POST or None, submit="Register stakeholder")
    if form.is_valid():
        details = {name: form.cleaned_data[name] for name in ("name", "abbreviation", "aliases")}
        try:
            stakeholder = actions.add_stakeholder(by=request.user, **details)
            messages.success(request, f"{stakeholder} is registered.")
            return redirect("stakeholders:stakeholder_list", topic.slug)
        except RuleBroken as error:
            form.add_error("name", str(error))
    return render_page(request, "stakeholders/stakeholder_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.change_register")
def stakeholder_edit(request, topic, pk):
    """Change an organisation's name, abbreviation or aliases."""
    stakeholder = get_object_or_404(Stakeholder.objects.organisations(), pk=pk)
    form = StakeholderForm(request.POST or None, stakeholder=stakeholder)
    current = None
    if form.is_valid():
        try:
            actions.change_stakeholder(
                stakeholder=stakeholder, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"{stakeholder} is saved.")
            return redirect("stakeholders:stakeholder_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("name", str(error))
    context = {"form": form, "stakeholder": stakeholder, "current": current}
    return render_page(request, "stakeholders/stakeholder_edit.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.change_register")
def specialist_member_create(request, topic):
    """Add specialist committee members, under pseudonyms alone."""
    form = SpecialistMemberCreateForm(request.POST or None)
    if form.is_valid():
        try:
            members = actions.add_specialist_members(
                topic=topic, by=request.user, **form.cleaned_data
            )
            names = ", ".join(str(member) for member in members)
            messages.success(request, f"Added: {names}.")
            return redirect("stakeholders:stakeholder_list", topic.slug)
        except RuleBroken as error:
            form.add_error("count", str(error))
    return render_page(request, "stakeholders/specialist_member_create.html", {"form": form})


@require_GET
@topic_page("stakeholders.keep_identities")
def identity_list(request, topic):
    """The keeper's page: who each pseudonym is, and what was redacted. Each look is recorded."""
    identities = actions.read_identities(topic=topic, by=request.user)
    known = {identity.stakeholder_id: identity for identity in identities}
    members = sorted(topic.specialist_members.all(), key=name_order)
    context = {
        "rows": [(member, known.get(member.pk)) for member in members],
        "redactions": Redaction.objects.filter(suggestion__topic=topic).select_related(
            "suggestion", "made_by"
        ),
    }
    return render_page(request, "stakeholders/identity_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.keep_identities")
def identity_edit(request, topic, pk):
    """Record who a specialist committee member is."""
    member = get_object_or_404(topic.specialist_members, pk=pk)
    form = IdentityEditForm(request.POST or None)
    if form.is_valid():
        try:
            actions.record_identity(stakeholder=member, by=request.user, **form.cleaned_data)
            messages.success(request, f"It is recorded who {member} is.")
            return redirect("stakeholders:identity_list", topic.slug)
        except RuleBroken as error:
            form.add_error("person_name", str(error))
    context = {"form": form, "member": member}
    return render_page(request, "stakeholders/identity_edit.html", context)
