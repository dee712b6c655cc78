"""A form sent after its session had ended is kept, and given back after sign-in.

It is kept in the anonymous session of the browser that sent it, for an hour, without files and
passwords, and only if a signed cookie says who last worked in this browser: nobody else who
signs in there is shown it.
"""

import time

from django.conf import settings

KEY = "kept_form"
COOKIE = "qsdev_last_person"
SALT = "qsdev.accounts.kept_forms"
LIFETIME = 3600
COOKIE_LIFETIME = 12 * 3600
MOST_CHARACTERS = 1_000_000
NEVER_KEPT = ("password", "csrfmiddlewaretoken")


def remember_person(request, response):
    """Note in a signed cookie who works in this browser."""
    person = str(request.user.pk)
    if request.get_signed_cookie(COOKIE, "", salt=SALT) != person:
        response.set_signed_cookie(
            COOKIE,
            person,
            salt=SALT,
            max_age=COOKIE_LIFETIME,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def forget_person(response):
    """Remove the note, when someone signs out."""
    response.delete_cookie(COOKIE, samesite="Lax")


def form_of(request):
    """What was sent and to where, as a dict, without the files, passwords and secrets in it."""
    return {
        "path": request.get_full_path(),
        "fields": [
            [name, value]
            for name, values in request.POST.lists()
            for value in values
            if not any(word in name.lower() for word in NEVER_KEPT)
        ],
        "files": sorted(request.FILES),
    }


def keep(request):
    """Keep the fields that were sent; whether there was anything to keep."""
    person = request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=COOKIE_LIFETIME)
    form = form_of(request)
    size = sum(len(name) + len(value) for name, value in form["fields"])
    if not person or not form["fields"] or size > MOST_CHARACTERS:
        return False
    request.session[KEY] = {**form, "person": person, "at": int(time.time())}
    return True


def kept(request):
    """What was kept for the person who is signed in now, or None."""
    form = request.session.get(KEY)
    if form is None:
        return None
    if form["person"] != str(request.user.pk) or form["at"] < time.time() - LIFETIME:
        del request.session[KEY]
        return None
    return form


def discard(request):
    """Forget what was kept."""
    request.session.pop(KEY, None)


def discard_if_sent_again(request):
    """Forget what was kept once its page has been sent a form again."""
    form = request.session.get(KEY)
    if form and request.method == "POST" and form["path"] == request.get_full_path():
        discard(request)
