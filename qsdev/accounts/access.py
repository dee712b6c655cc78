"""Marks on views: each page says who may see it, and what carries no mark is refused.

A view's `permission` is a key of `roles.PERMISSIONS`, or one of the two marks below. Pages of a
topic are marked by `qsdev.topics`, which knows who has which role there.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied

from qsdev.accounts.roles import PERMISSIONS, may

PUBLIC = "public"
SIGNED_IN = "signed in"


def public_page(view):
    """Mark a view that anyone may see, signed in or not."""
    view.permission = PUBLIC
    return view


def signed_in_page(view):
    """Mark a view that everyone with an account may see."""
    view.permission = SIGNED_IN
    return view


def asked_while_typing(view):
    """Mark a view that a page asks by itself, through htmx, while somebody may be typing in it.

    Once the session has ended it says so in its place: the page is not left, so that nothing that
    was typed is lost, and nothing is kept in place of the form itself.
    """
    view.asked_while_typing = True
    return view


def site_page(permission):
    """Mark a view that needs a permission on the whole site, not in one topic."""

    def mark(view):
        @wraps(view)
        def allowed_view(request, *args, **kwargs):
            if not may(permission, user=request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        allowed_view.permission = permission
        return allowed_view

    return mark


def is_marked(view):
    """Whether the view says who may see it, in words that the table of permissions knows."""
    permission = getattr(view, "permission", None)
    return permission in (PUBLIC, SIGNED_IN) or permission in PERMISSIONS


def is_asked_while_typing(view):
    return getattr(view, "asked_while_typing", False)


def is_public(view):
    return getattr(view, "permission", None) == PUBLIC
