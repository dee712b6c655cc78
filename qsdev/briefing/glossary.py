"""Where the paper uses each term of the glossary: so that a term is explained, and not in vain."""

import re
from dataclasses import dataclass, field

from django.urls import reverse

from qsdev.topics.models import GlossaryTerm
from recommendations.models import PracticeFinding
from stakeholders.models import AreaSummary


@dataclass(frozen=True)
class Passage:
    """A text of the paper that may use a term: what it is called, where it is read, its words."""

    title: str
    href: str
    text: str


@dataclass
class TermUse:
    """A term with the texts in which it stands."""

    term: GlossaryTerm
    passages: list[Passage] = field(default_factory=list)


def uses_of(topic) -> list[TermUse]:
    """Return each term of the topic's glossary with the texts that use it, in the paper's order."""
    passages = list(passages_of(topic))
    return [
        TermUse(term, [one for one in passages if names(term.term).search(one.text)])
        for term in topic.glossary_terms.all()
    ]


def names(term):
    """The pattern of a term in a text: whole words, whatever their case, one or several."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    return re.compile(rf"(?<!\w){words}(?:s|es)?(?!\w)", re.IGNORECASE)


def passages_of(topic):
    """The texts that people wrote for the paper."""
    for section in topic.overview_sections.order_by("pk"):
        href = reverse("topics:overview_edit", args=[topic.slug, section.kind])
        yield Passage(f"Overview: {section.get_kind_display()}", href, section.text)
    for area in topic.areas.all():
        if area.explanation:
            yield Passage(f"Reason for “{area}”", page_of(topic, area), area.explanation)
    written = (("Summary", AreaSummary), ("Current practice", PracticeFinding))
    for what, model in written:
        texts = model.objects.filter(area__topic=topic, area__merged_into=None)
        texts = texts.select_related("area", "sub_area")
        for one in texts.order_by("-area__kind", "area__position", "sub_area__position", "pk"):
            place = one.sub_area or one.area
            yield Passage(f"{what}: {place}", page_of(topic, one.area), one.text)


def page_of(topic, area):
    return reverse("briefing:area_detail", args=[topic.slug, area.pk])
