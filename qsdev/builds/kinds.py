"""The kinds of document there are beside the briefing paper: each package names its own."""

from dataclasses import dataclass
from typing import Protocol

from qsdev.documents.blocks import Document


class Builder(Protocol):
    """What makes a document's content: a plain tree of blocks, from rows as they are now."""

    def __call__(self, topic, subject_id: int) -> Document: ...


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document: its name, the name of its files, and what builds it."""

    name: str
    file_name: str
    build: Builder


KINDS: dict[str, DocumentKind] = {}


def document(name, *, file_name):
    """Mark the builder of a kind: `@document("committee.minutes", file_name="minutes")`.

    The builder stands in its app's `builder` package, takes `(topic, subject_id)` and returns a
    content tree; `subject_id` is the row that the document is about, 0 for the topic itself.
    """

    def register(build: Builder):
        if name in KINDS:
            raise ValueError(f"There are two kinds of document named {name}.")
        KINDS[name] = DocumentKind(name, file_name, build)
        return build

    return register
