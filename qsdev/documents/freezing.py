"""A content tree as JSON and back, and the hash of its content: what an issued paper freezes.

A node is an object with its class as `node` and those of its fields that differ from their
defaults, so a field added later changes no frozen tree and no hash.
"""

import datetime
import hashlib
import json
from dataclasses import MISSING, fields
from functools import cache

from qsdev.documents import blocks
from qsdev.documents.blocks import Document, DocumentError, Node

FORMAT_VERSION = 1
KINDS = {kind.__name__: kind for kind in Node.__subclasses__() if hasattr(blocks, kind.__name__)}


def to_json(document: Document) -> dict:
    """Return the tree as plain dictionaries, lists, strings and numbers."""
    return {"version": FORMAT_VERSION, "document": node_to_json(document)}


def from_json(frozen: dict) -> Document:
    """Return the tree that `to_json` was given.

    Raises DocumentError when it is not such a tree, or of a version this program does not know.
    """
    if frozen.get("version") != FORMAT_VERSION:
        raise DocumentError(f"This paper is in format {frozen.get('version')!r}, which is unknown.")
    document = _from_json(frozen.get("document"))
    if not isinstance(document, Document):
        raise DocumentError("The frozen tree is not a document.")
    return document


def content_hash(document: Document) -> str:
    """Return the SHA-256 of the tree, in hexadecimal: equal exactly when the content is equal."""
    text = json.dumps(to_json(document), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def node_to_json(value):
    """Return a node, or any value in one, as JSON has it."""
    if isinstance(value, Node):
        frozen = {"node": type(value).__name__}
        for name, default in _defaults(type(value)):
            field = getattr(value, name)
            if field != default:
                frozen[name] = node_to_json(field)
        return frozen
    if isinstance(value, tuple):
        return [node_to_json(part) for part in value]
    if isinstance(value, datetime.date):
        return {"node": "date", "iso": value.isoformat()}
    return str(value) if isinstance(value, str) else value


@cache
def _defaults(kind):
    return tuple(
        (field.name, object() if field.default is MISSING else field.default)
        for field in fields(kind)
    )


def _from_json(value):
    if isinstance(value, list):
        return tuple(_from_json(part) for part in value)
    if not isinstance(value, dict):
        return value
    arguments = {name: _from_json(part) for name, part in value.items() if name != "node"}
    kind = value.get("node")
    try:
        if kind == "date":
            return datetime.date.fromisoformat(arguments["iso"])
        return KINDS[kind](**arguments)
    except (KeyError, TypeError) as error:
        raise DocumentError(f"The frozen tree has a part that is unknown: {kind!r}.") from error
