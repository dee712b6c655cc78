"""Reading a content tree: every node in order, and the plain words of any part of it."""

from collections.abc import Iterator

from qsdev.documents.blocks import Footnote, Inline, Link, Node, Paragraph, Text

_FIRST = ("imprint", "title", "subtitle", "front_matter", "caption", "heading", "term")
_WORDS = ("text", "term", "heading", "caption", "title", "subtitle", "marked", "alt")
_NOT_PRINTED = ("keywords",)


def walk(node) -> Iterator[Node]:
    """Yield `node` and all below it in reading order; a sequence of nodes is walked as well."""
    if isinstance(node, tuple | list):
        for part in node:
            yield from walk(part)
    elif isinstance(node, Node):
        yield node
        for name in reading_order(node):
            yield from walk(getattr(node, name))


def reading_order(node: Node) -> tuple[str, ...]:
    """Return the names of a node's fields in the order a reader meets them."""
    names = node.__slots__
    first = tuple(name for name in _FIRST if name in names)
    return first + tuple(name for name in names if name not in first)


def plain_text(node) -> str:
    """Return the words of a node or a sequence of nodes: blocks on lines of their own.

    Cross-references and footnote marks, whose words depend on numbering, are left out.
    """
    if isinstance(node, str):
        return node
    if isinstance(node, tuple | list):
        joiner = "" if all(isinstance(part, Inline) for part in node) else "\n"
        return joiner.join(filter(None, (plain_text(part) for part in node)))
    if isinstance(node, Text | Link):
        return node.text
    if isinstance(node, Paragraph | Footnote):
        return plain_text(node.inlines)
    return "\n".join(filter(None, (_field_text(node, name) for name in reading_order(node))))


def _field_text(node, name) -> str:
    value = getattr(node, name)
    printed = name in _WORDS or (isinstance(value, tuple) and name not in _NOT_PRINTED)
    return plain_text(value) if printed else ""
