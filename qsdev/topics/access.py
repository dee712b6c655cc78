"""Who may open a page of a topic: the topic is looked up first, then the permission on it."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from qsdev.topics.models import Topic


def topic_page(permission):
    """Mark a view as a page of a topic that needs `permission` there.

    The view is called with the topic in place of its slug. A topic in which the user has no role
    is not found (404), so that nobody learns that it exists; a page of a topic of theirs that
    their roles do not open is refused (403).
    """

    def decorate(view):
        @wraps(view)
        def page(request, slug, *args, **kwargs):
            topic = get_object_or_404(Topic.objects.visible_to(request.user), slug=slug)
            allowed = topic.permissions_of(request.user)
            if permission not in allowed:
                raise PermissionDenied
            request.topic, request.allowed = topic, allowed  # for the navigation
            return view(request, topic, *args, **kwargs)

        page.permission = permission
        return page

    return decorate
