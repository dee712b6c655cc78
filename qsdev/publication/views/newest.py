"""The version that everyone reads, for every page of it; once withdrawn, each says that alone."""

from functools import wraps

from django.shortcuts import get_object_or_404

from qsdev.accounts.access import public_page
from qsdev.htmx import render_page
from qsdev.publication.models import PublishedStandard

GONE = 410


def newest_or_404(reference):
    """The last version of a standard, withdrawn or not."""
    related = ("topic", "consultation_report__report", "consultation_report__table")
    newest = PublishedStandard.objects.newest().select_related(*related)
    return get_object_or_404(newest, reference=reference.upper())


def withdrawn(request, standard):
    """The answer where a standard was and is no more: that it was withdrawn, when and why."""
    context = {"standard": standard}
    return render_page(request, "publication/_withdrawn.html", context, status=GONE)


def standing_page(view):
    """Mark a view as a public page of the version that stands.

    The view is called with that version in place of its reference; where the last version was
    withdrawn, that is answered instead.
    """

    @public_page
    @wraps(view)
    def page(request, reference, *args, **kwargs):
        standard = newest_or_404(reference)
        if standard.is_withdrawn:
            return withdrawn(request, standard)
        return view(request, standard, *args, **kwargs)

    return page
