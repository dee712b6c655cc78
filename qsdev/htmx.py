"""How a view answers: the whole page, or the one part of it that htmx asked for."""

from pathlib import PurePosixPath

from django import forms
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers


def render_page(request, template, context=None, *, partial=None, status=None):
    """Render `template`, or only `partial` of it when htmx asks for that part.

    `partial` names one partial or several: "_suggestion_table.html" stands in the folder of the
    page, and its root element and htmx's target are `suggestion-table`. A partial that the view
    did not name is never rendered by itself. The answer's status is 422 when a form of the
    context has errors (htmx is set to swap that), unless `status` says otherwise; `has_errors`
    is in the context, for the page's title. Messages follow a partial out of band.
    """
    context = dict(context or {})
    context.setdefault("has_errors", any(has_errors(value) for value in context.values()))
    status = status or (422 if context["has_errors"] else 200)
    wanted = partial_wanted(request, template, partial)
    if wanted:
        html = render_to_string(wanted, context, request)
        if len(get_messages(request)):
            html += render_to_string("_messages.html", {"out_of_band": True}, request)
    else:
        html = render_to_string(template, context, request)
    response = HttpResponse(html, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def partial_wanted(request, template, partial):
    """The path of the partial that this request is for, or None for the whole page."""
    if not request.htmx or request.htmx.history_restore_request:
        return None
    for name in [partial] if isinstance(partial, str) else partial or ():
        path = PurePosixPath(name)
        if target_id(path.name) == request.htmx.target:
            return str(PurePosixPath(template).parent / name if len(path.parts) == 1 else path)
    return None


def target_id(partial_name):
    """The id of a partial's root element: "suggestion-table" for "_suggestion_table.html"."""
    return partial_name.removeprefix("_").removesuffix(".html").replace("_", "-")


def has_errors(value):
    """Whether `value` is a form or formset that was sent and has errors, or holds one."""
    if isinstance(value, forms.BaseForm):
        return bool(value.errors)
    if isinstance(value, forms.BaseFormSet):
        return value.is_bound and not value.is_valid()
    if isinstance(value, list | tuple):
        return any(has_errors(part) for part in value)
    return False
