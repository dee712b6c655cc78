"""What an Office package says of itself: its main part, macros, links and embedded objects."""

import posixpath
import re
from xml.parsers import expat

from qsdev.tables.refusing import Refusal, corrupt, wrong_type

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN_TYPES = {"xlsx": WORKBOOK, "docx": DOCUMENT}
EMBEDDED = ("/oleobject", "/package", "/afchunk", "/control", "/activexcontrol")
LOCAL_FILE = re.compile(r"file:///[a-z]:", re.IGNORECASE)
FOREIGN_PARTS = (".html", ".htm", ".mht", ".mhtml", ".rtf", ".docx", ".xlsx", ".zip", ".exe")
SAFE_LINKS = ("http://", "https://", "mailto:", "#", "tel:")
MESSAGES = {
    "embedded_object": "The file contains an embedded object. It was not opened.",
    "external_link": "The file refers to something outside itself. It was not fetched.",
    "comments": "The file contains comments. They were not read.",
}


def check_package(package, kind):
    """The main part's name and the notices (code, message) on the package; raises `Refusal`."""
    defaults, overrides = _content_types(package)
    types = set(overrides.values()) | set(defaults.values())
    _check_macros(package, types)
    main = _main_part(package, overrides, MAIN_TYPES[kind], kind)
    codes = set()
    for name in package.names:
        if name.endswith(".rels"):
            for relation in _relations(package, name):
                codes |= _relation_codes(relation)
        codes |= _name_codes(name.lower())
    return main, [(code, MESSAGES[code]) for code in sorted(codes)]


def _content_types(package):
    if "[Content_Types].xml" not in package.names:
        raise wrong_type("is not a Word or Excel file, though its name says so.")
    defaults, overrides = {}, {}
    for name, attributes in elements(package.read("[Content_Types].xml")):
        content_type = attributes.get("ContentType", "")
        if name == "Default":
            defaults[attributes.get("Extension", "").lower()] = content_type
        elif name == "Override":
            overrides[attributes.get("PartName", "").lstrip("/")] = content_type
    return defaults, overrides


def _check_macros(package, types):
    has_macro_type = any("macroenabled" in each.lower() or "vba" in each.lower() for each in types)
    has_macro_part = any("vbaproject" in name.lower() for name in package.names)
    if has_macro_type or has_macro_part:
        raise Refusal("macros", "contains macros. Save it without them, as .xlsx or .docx.")


def _main_part(package, overrides, main_type, kind):
    for name, content_type in overrides.items():
        if content_type == main_type:
            if name not in package.names or not name.endswith(".xml"):  # .xml: the gate saw it
                raise wrong_type("lacks its main part.")
            return name
    raise wrong_type(f"is not a .{kind} file, though its name says so.")


def _relations(package, name):
    """(type, target, is outside) of each relationship in the part `name`."""
    for tag, attributes in elements(package.read(name)):
        if tag == "Relationship":
            yield (
                attributes.get("Type", "").lower(),
                attributes.get("Target", "").strip(),
                attributes.get("TargetMode", "").lower() == "external",
            )


def _relation_codes(relation):
    kind, target, is_outside = relation
    if kind.endswith(EMBEDDED):
        return {"embedded_object"}
    if not is_outside:
        return set()
    if kind.endswith("/attachedtemplate") and not LOCAL_FILE.match(target):
        raise Refusal(
            "external_template",
            "fetches its template from another computer. Copy the table into a new document.",
        )
    if kind.endswith("/hyperlink") and target.lower().startswith(SAFE_LINKS):
        return set()
    return {"external_link"}


def _name_codes(name):
    folder, base = posixpath.split(name)
    if folder.endswith(("/embeddings", "/activex")) or base.endswith(FOREIGN_PARTS):
        return {"embedded_object"}
    if folder.endswith("/externallinks") or base == "connections.xml":
        return {"external_link"}
    if base.startswith(("comments", "threadedcomment")):
        return {"comments"}
    return set()


def related_parts(package, part):
    """Targets within the package by relationship id, for the part `part`."""
    folder, base = posixpath.split(part)
    name = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    targets = {}
    if name in package.names:
        for tag, attributes in elements(package.read(name)):
            if tag == "Relationship" and attributes.get("TargetMode", "").lower() != "external":
                target = attributes.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                targets[attributes.get("Id", "")] = posixpath.normpath(inside).lstrip("/")
    return targets


def elements(data):
    """(local name, attributes by local name) of each element, for the small parts."""
    found = []

    def on_start(name, attributes):
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        found.append((name.rpartition(" ")[2], plain))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = on_start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise corrupt("holds a part that is not well formed.") from error
    return found
