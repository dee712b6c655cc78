"""Pages that the tests of access visit: one of each mark, and one without."""

from django.db import OperationalError
from django.http import HttpResponse
from django.urls import path

from qsdev.accounts import actions
from qsdev.accounts.access import public_page, signed_in_page, site_page
from qsdev.urls import urlpatterns as real_urlpatterns


@public_page
def public(request):
    return HttpResponse("public")


@signed_in_page
def personal(request):
    return HttpResponse(f"posted {dict(request.POST.lists())}" if request.POST else "personal")


@signed_in_page
def writes(request):
    if request.POST:
        raise OperationalError("The disk is full.")
    actions.change_preference(name="shows_hints", is_on=False, by=request.user)
    return HttpResponse("written")


@site_page("accounts.view_users")
def administrators_only(request):
    return HttpResponse("administrators only")


def unmarked(request):
    return HttpResponse("unmarked")


@site_page("accounts.no_such_permission")
def misspelt(request):
    return HttpResponse("misspelt")


urlpatterns = [
    path("", personal),
    path("public/", public),
    path("personal/", personal),
    path("writes/", writes),
    path("administrators-only/", administrators_only),
    path("unmarked/", unmarked),
    path("misspelt/", misspelt),
    *real_urlpatterns,
]
