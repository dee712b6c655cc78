"""The quality standard as a content tree, from what is public of it and from nothing else."""

from django.utils import timezone

from qsdev.consultation.builder.statements import statement_list, statement_section
from qsdev.consultation.builder.wording import INSTITUTE, day
from qsdev.documents.blocks import Document, Section
from qsdev.documents.markdown import blocks_from_markdown
from qsdev.documents.shorthand import bullets, definitions, inlines, paragraph

NOT_PUBLISHED = "Preview: not published"


def standard_document(standard) -> Document:
    """Return a published version (a `PublishedStandard`) as a document."""
    published = day(standard.published_at)
    facts = (
        ("Reference", standard.reference),
        ("Version", str(standard.version)),
        ("Published", published),
        ("What is new", standard.note),
    )
    footer = f"{standard.reference}, version {standard.version}, published on {published}"
    date = timezone.localtime(standard.published_at).date()
    return document_of(standard.content, facts, footer, date)


def preview_document(content) -> Document:
    """Return public content (`public_content`) as a document, marked as not published."""
    facts = (("Reference", content["reference"]), ("State", NOT_PUBLISHED))
    return document_of(content, facts, NOT_PUBLISHED, None)


def document_of(content, facts, footer, date) -> Document:
    """The public content as a document, with the facts of its cover."""
    title = f"Quality standard: {content['title']}"
    return Document(
        title=title,
        sections=(
            *about(content),
            Section("Quality statements", (statement_list(content["statements"]), *gone(content))),
            *map(statement_section, content["statements"]),
            *sources(content),
            *supporters(content),
        ),
        imprint=(INSTITUTE,),
        front_matter=(definitions(*(pair for pair in facts if pair[1])),),
        date=date,
        subject=title,
        keywords=tuple(filter(None, ("quality standard", content["title"], content["reference"]))),
        header=title,
        footer=footer,
        contents_depth=1,
    )


def about(content):
    """What the standard covers, where that is said."""
    if content["about"]:
        blocks = blocks_from_markdown(content["about"])
        yield Section("About this quality standard", tuple(blocks))


def gone(content):
    """What became of statements that were published before and are no longer."""
    if content["removed"]:
        yield bullets(*(inlines(removed_words(one)) for one in content["removed"]))


def removed_words(one):
    """Say of a removed statement what replaced it, and why."""
    became = f"replaced by statement {one['replaced_by']}" if one["replaced_by"] else "removed"
    title = f" ({one['short_title']})" if one["short_title"] else ""
    return f"Statement {one['number']}{title} was {became}: {one['reason']}"


def sources(content):
    """The guidelines that the standard rests on."""
    if content["sources"]:
        yield Section("Development sources", (bullets(*map(source_words, content["sources"])),))


def source_words(one):
    """A guideline with its title and year."""
    year = f" ({one['edition']})" if one["edition"] else ""
    return inlines(
        f"{one['title']}{year}, {one['reference']}" if one["title"] else one["reference"]
    )


def supporters(content):
    """The organisations that support the standard formally."""
    if content["supporting_organisations"]:
        names = bullets(*map(inlines, content["supporting_organisations"]))
        said = paragraph("These organisations formally support this quality standard.")
        yield Section("Supporting organisations", (said, names))
