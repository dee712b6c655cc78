"""A national outcomes framework as people type it: lines that become domains and entries, and back.

# 2: Enhancing quality of life for people with long-term conditions
## Improvement areas
> Ensuring people feel supported
- 2.1: Proportion of people feeling supported [complementary]
  - 2.1 i: Of those in work
"""

import re

from qsdev.errors import RuleBroken
from qsdev.topics.models import EntryKind

HOW = (
    "One thing a line: “# 2: Title” begins a domain, “## ” is a heading, “> ” an objective, "
    "“- 2.1: Name” an indicator, and one set in under it, “  - 2.1 i: Name”, a sub-indicator. "
    "A status stands last in square brackets: “[in development]”."
)
MARKS = {
    EntryKind.HEADING: "## ",
    EntryKind.OBJECTIVE: "> ",
    EntryKind.INDICATOR: "- ",
    EntryKind.SUB_INDICATOR: "  - ",
}
LINE = re.compile(r"(?P<mark>##?|>|-|\s+-)\s+(?P<words>.*\S)\s*")
NUMBER = re.compile(r"(?P<number>[^:\s][^:]{0,19}): +(?P<rest>.+)")
STATUS = re.compile(r"(?P<rest>.*\S)\s+\[(?P<status>[^\[\]]+)\]")
KINDS = {"##": EntryKind.HEADING, ">": EntryKind.OBJECTIVE, "-": EntryKind.INDICATOR}
LONGEST = {"domain number": 10, "title": 200, "number": 20, "name": 500, "status": 100}


def domains_in(text):
    """The domains of an outline, as `define_framework` takes them; RuleBroken names the line."""
    domains = []
    for place, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            add_line(domains, line, place)
    if not domains:
        raise RuleBroken("Give at least one domain: a line that begins with “# ”.")
    return domains


def add_line(domains, line, place):
    """Add a line's domain, or its entry to the last domain."""
    found = LINE.fullmatch(line)
    if not found:
        raise RuleBroken(f"Line {place} begins with none of “# ”, “## ”, “> ” and “- ”.")
    mark, words = found["mark"], found["words"]
    if mark == "#":
        number, title = numbered(words)
        check_lengths(place, {"domain number": number, "title": title})
        domains.append((number, title, []))
    elif not domains:
        raise RuleBroken(f"Line {place} stands before the first domain: begin with “# ”.")
    else:
        domains[-1][2].append(entry_in(mark, words, place))


def entry_in(mark, words, place):
    status = STATUS.fullmatch(words)
    number, text = numbered(status["rest"] if status else words)
    check_lengths(
        place, {"number": number, "name": text, "status": status["status"] if status else ""}
    )
    return {
        "kind": KINDS.get(mark, EntryKind.SUB_INDICATOR),
        "number": number,
        "text": text,
        "status": status["status"] if status else "",
    }


def numbered(words):
    """The number before the first colon, if what stands there has a figure in it, and the rest."""
    found = NUMBER.fullmatch(words)
    if found and any(letter.isdigit() for letter in found["number"]):
        return found["number"], found["rest"]
    return "", words


def check_lengths(place, given):
    for name, words in given.items():
        if len(words) > LONGEST[name]:
            raise RuleBroken(
                f"Line {place} has too long a {name}: keep it to {LONGEST[name]} characters."
            )


def outline_of(framework):
    """The lines from which a framework's domains and entries would be read again."""
    lines = []
    for domain in framework.domains.prefetch_related("entries"):
        lines.append(f"# {with_number(domain.number, domain.title)}")
        for entry in domain.entries.all():
            status = f" [{entry.status}]" if entry.status else ""
            lines.append(f"{MARKS[entry.kind]}{with_number(entry.number, entry.text)}{status}")
    return "\n".join(lines)


def with_number(number, words):
    return f"{number}: {words}" if number else words
