"""A quality statement as documents print it, with all its parts in the order of the process."""

from dataclasses import replace

from qsdev.documents.blocks import Heading, Quotation, Section, Text
from qsdev.documents.markdown import blocks_from_markdown
from qsdev.documents.shorthand import bullets, definitions, heading, inlines, paragraph
from statements.content import AUDIENCES

NOT_WRITTEN = "Not written yet."
KINDS = (("structure", "Structure"), ("process", "Process"), ("outcome", "Outcome"))
DEEPEST = 3


def statement_section(content) -> Section:
    """Return a statement from its frozen content (`statements.content`) as a section."""
    kind = "" if content["kind"] == "standard" else f" ({content['kind']})"
    return Section(
        f"Quality statement {content['number']}: {content['short_title']}{kind}",
        (
            heading("Quality statement"),
            paragraph(Text(content["text"] or NOT_WRITTEN, bold=True)),
            heading("Rationale"),
            *prose(content["rationale"]),
            heading("Quality measures"),
            *measures(content["measures"]),
            heading("What the quality statement means for different audiences"),
            *audiences(content),
            heading("Source guidance"),
            *sources(content["sources"]),
            *terms(content["definitions"]),
            *equality(content["equality"]),
        ),
        anchor=f"quality-statement-{content['number']}",
        new_page=True,
    )


def prose(text, depth=2):
    """Markdown as blocks, its headings below those of the statement's parts."""
    blocks = blocks_from_markdown(text) or (paragraph(NOT_WRITTEN),)
    return [
        replace(block, depth=min(block.depth + depth - 1, DEEPEST))
        if isinstance(block, Heading)
        else block
        for block in blocks
    ]


def measures(rows):
    """The measures under the names of their kinds, each with the source of its data."""
    if not rows:
        yield paragraph(NOT_WRITTEN)
    for kind, title in KINDS:
        alike = [one for one in rows if one["kind"] == kind]
        if alike:
            yield heading(title, depth=2)
        for one in alike:
            letter = f"{one['letter']}) " if one["letter"] else ""
            yield paragraph(f"{letter}{one['text']}")
            for name in ("numerator", "denominator", "data_source"):
                if one[name]:
                    label = name.replace("_", " ").capitalize()
                    yield paragraph(Text(f"{label}: ", bold=True), one[name])


def audiences(content):
    for name, title in AUDIENCES:
        yield heading(title, depth=2)
        yield from prose(content[name], depth=3)


def sources(rows):
    """The recommendations, quoted whole from the guideline's store."""
    if not rows:
        yield paragraph(NOT_WRITTEN)
    for one in rows:
        title = inlines(f"{one['guideline']} recommendation {one['number']}")
        yield Quotation(tuple(blocks_from_markdown(one["text"])), heading=title)


def terms(rows):
    if rows:
        yield heading("Definitions of terms used in this quality statement")
        yield definitions(*((one["term"], one["definition"]) for one in rows))


def equality(text):
    if text:
        yield heading("Equality and diversity considerations")
        yield from prose(text)


def statement_list(contents):
    """The statements alone, as a list at the beginning of a document."""
    return bullets(
        *(
            paragraph(Text(f"Statement {one['number']}. ", bold=True), one["text"] or NOT_WRITTEN)
            for one in contents
        )
    )
