"""Shows Markdown as the paper will print it, while it is written and wherever it is read."""

from django import template
from django.utils.safestring import mark_safe

from qsdev.documents.blocks import Footnote, FootnoteReference, Text
from qsdev.documents.html import write_passage
from qsdev.documents.markdown import blocks_from_markdown
from qsdev.documents.shorthand import inlines

register = template.Library()


@register.filter
def as_in_paper(text, prefix):
    """Markdown as HTML in the paper's look; the ids in it begin with `prefix`.

    Whether what is cited exists is for the checks to say: suggestions are named by number, and a
    source's footnote has its key.
    """
    footnotes = {}

    def cited(citation):
        for key in citation.source_keys:
            footnotes[key] = Footnote(key, inlines(f"The source {key}"))
        marks = tuple(FootnoteReference(key) for key in citation.source_keys)
        return (*marks, *suggestions(citation.suggestion_numbers, after_mark=bool(marks)))

    blocks = blocks_from_markdown(text or "", citation=cited)
    if not blocks:
        return ""
    return mark_safe(write_passage(blocks, footnotes=footnotes.values(), prefix=prefix))


def suggestions(numbers, *, after_mark):
    """The words for suggestions that are cited: "(suggestions 1 and 16)"."""
    if not numbers:
        return ()
    *before, last = map(str, numbers)
    listed = f"{', '.join(before)} and {last}" if before else last
    noun = "suggestions" if before else "suggestion"
    return (Text(f"{' ' * after_mark}({noun} {listed})"),)
