"""What holds for every page: sign-in and a permission first, never stored, sessions that roll.

And where a lock was waited for in vain, nobody has to write a form again.
"""

import time
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import add_never_cache_headers

from qsdev.accounts import kept_forms
from qsdev.accounts.access import is_asked_while_typing, is_marked, is_public

TOUCHED = "touched"
SECONDS_BETWEEN_TOUCHES = 60
LOCK_NOT_AVAILABLE, DEADLOCK = "55P03", "40P01"  # PostgreSQL's codes


class RequireSignIn:
    """Refuses views that carry no mark, and sends whoever is not signed in to sign in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, _args, _kwargs):
        if not is_marked(view):
            if settings.UNMARKED_VIEW_IS_A_BUG:
                raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} has no permission.")
            raise PermissionDenied
        if is_public(view):
            return None
        if request.user.is_authenticated:
            kept_forms.discard_if_sent_again(request)
            return None
        if request.htmx and is_asked_while_typing(view):
            return render(request, "accounts/_session_ended.html", status=401)
        return to_sign_in(request)


def to_sign_in(request):
    """The way to the sign-in page and back, for a whole page or for htmx."""
    if request.method == "POST" and kept_forms.keep(request):
        back = resolve_url("accounts:kept_form")
    else:
        back = page_of(request)
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back})}"
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def page_of(request):
    """The page to come back to: for a part of a page, the page that it is a part of."""
    if request.htmx:
        parts = urlsplit(request.htmx.current_url_abs_path or "/")
        return parts._replace(scheme="", netloc="", fragment="").geturl()
    return request.get_full_path() if request.method == "GET" else "/"


class NeverStored:
    """Keeps pages out of every cache, the browser's included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated or not response.has_header("Cache-Control"):
            response.headers.pop("Cache-Control", None)
            add_never_cache_headers(response)
        return response


class RollingSession:
    """Moves the end of a session on with use, and notes who works in this browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get(TOUCHED, 0) >= SECONDS_BETWEEN_TOUCHES:
                request.session[TOUCHED] = now
        response = self.get_response(request)
        if request.user.is_authenticated:
            kept_forms.remember_person(request, response)
        return response


class GiveFormBack:
    """Answers whoever waited in vain for a lock with the form that was sent, to send again."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not waited_in_vain(exception):
            return None
        context = {"kept": kept_forms.form_of(request)} if request.method == "POST" else {}
        return render(request, "503.html", context, status=503)


def waited_in_vain(error):
    """Whether the database gave up, having changed nothing, because others were writing."""
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "pgcode", None)
    name = getattr(error.__cause__, "sqlite_errorname", "")
    return code in (LOCK_NOT_AVAILABLE, DEADLOCK) or name.startswith("SQLITE_BUSY")
