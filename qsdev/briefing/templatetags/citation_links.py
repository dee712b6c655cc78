"""Shows on screen where a summary or finding leads back to: its citations become links."""

import re

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe

register = template.Library()

TAG = re.compile(r"(<[^>]*>)")
CITATION = re.compile(
    r"\[\s*((?:S\d{1,9}|@[\w.:-]{1,60})(?:\s*[,;]\s*(?:S\d{1,9}|@[\w.:-]{1,60}))*)\s*\]"
)
ONE = re.compile(r"S(\d{1,9})|@[\w.:-]{1,60}")


@register.filter
def with_citation_links(html, topic):
    """Safe HTML with "[S1, S2]" and "[@key]" made links, in its words only, not in its tags."""
    parts = TAG.split(str(html))
    parts[::2] = [CITATION.sub(lambda found: linked(found, topic), words) for words in parts[::2]]
    return mark_safe("".join(parts))


def linked(citation, topic):
    """One pair of brackets with each thing cited in it as a link."""

    def link(one):
        if one[1]:
            href = reverse("stakeholders:suggestion_detail", args=[topic.slug, int(one[1])])
        else:
            library = reverse("recommendations:evidence_source_list", args=[topic.slug])
            href = f"{library}?words={one[0][1:]}"
        return f'<a href="{href}">{one[0]}</a>'

    return ONE.sub(link, citation[0])
