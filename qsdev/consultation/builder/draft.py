"""The draft quality standard as it is put to consultation: statements, measures, questions."""

from django.utils.timezone import localdate

from qsdev.consultation.builder.statements import statement_list, statement_section
from qsdev.consultation.builder.wording import INSTITUTE, day
from qsdev.documents.blocks import Document, Section
from qsdev.documents.shorthand import definitions, numbered, paragraph


def draft_standard(draft) -> Document:
    """Return the draft that was issued (a `ConsultationDraft`) as a content tree."""
    topic, round = draft.topic, draft.round
    statements = draft.statements.select_related("statement_version")
    contents = [one.statement_version.content for one in statements]
    title = f"Draft quality standard for consultation: {topic.title}"
    imprint = (INSTITUTE, topic.directorate, topic.series)
    return Document(
        title=title,
        sections=(
            introduction(topic, round),
            Section("Quality statements", (statement_list(contents),)),
            *map(statement_section, contents),
            questions(round),
        ),
        imprint=tuple(line for line in imprint if line),
        front_matter=(facts(topic, round),),
        date=localdate(draft.issued_at),
        subject=f"Quality standard topic: {topic.title}",
        keywords=tuple(filter(None, ("draft quality standard", topic.title, topic.reference))),
        header=title,
        footer=f"Draft for consultation from {day(round.opens_at)} to {day(round.closes_at)}",
        contents_depth=1,
    )


def facts(topic, round):
    """The facts of the cover."""
    pairs = (
        ("Quality standard topic", topic.title),
        ("Reference", topic.reference),
        ("Consultation", f"{day(round.opens_at)} to {day(round.closes_at)}"),
    )
    return definitions(*(pair for pair in pairs if pair[1]))


def introduction(topic, round):
    words = (
        f"This draft on {topic.title} is open for consultation from {day(round.opens_at)} to"
        f" {day(round.closes_at)}. Registered organisations comment on each statement, on its"
        " measures and on the questions at the end, once each. The wording may change afterwards."
    )
    return Section("About this consultation", (paragraph(words),))


def questions(round):
    """The standard questions and the topic's own, with the numbers by which they are answered."""
    asked = [one.text for one in round.questions.all()]
    return Section("Questions for consultation", (numbered(*asked),), anchor="questions")
