"""Shows on screen the Markdown of recommendations and findings."""

from django import template
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

register = template.Library()

# The Markdown that papers understand; HTML is shown as it was typed, other links stay text.
RULES = ["list", "heading", "emphasis", "link", "autolink", "escape", "entity", "newline"]
MARKDOWN = MarkdownIt("zero", {"html": False, "maxNesting": 20}).enable(RULES)
WEB = ("http://", "https://", "mailto:")
MARKDOWN.validateLink = lambda url: url.strip().lower().startswith(WEB)


@register.filter
def as_prose(text):
    """Markdown as paragraphs and lists, for a `qs-prose` element."""
    return mark_safe(MARKDOWN.render(text))


@register.filter
def as_line(text):
    """The first paragraph alone, where the rest is a click away."""
    return mark_safe(MARKDOWN.renderInline(text.split("\n\n", 1)[0]))


@register.filter
def rest(text):
    """Everything after the first paragraph, empty where there is no more."""
    return text.partition("\n\n")[2]
