"""Links of the trail: to the page where a thing lives, for who may open it, else plain words."""

from django import template
from django.urls import resolve, reverse
from django.utils.html import format_html

from qsdev.accounts.access import PUBLIC, SIGNED_IN

register = template.Library()
#: The permission that a page asks for, by its name; views say it, and it never changes.
ASKED = {}


def address_of(page, allowed):
    """The address of a page, or "" for who may not open it."""
    address = reverse(page.name, args=page.words)
    if page.name not in ASKED:
        ASKED[page.name] = resolve(address).func.permission
    if ASKED[page.name] not in {PUBLIC, SIGNED_IN, *allowed}:
        return ""
    return f"{address}#{page.fragment}" if page.fragment else address


@register.simple_tag(takes_context=True)
def trail_link(context, text, page):
    """Words that lead to a page, or the words alone."""
    address = address_of(page, context["request"].allowed) if page else ""
    return format_html('<a href="{}">{}</a>', address, text) if address else text
