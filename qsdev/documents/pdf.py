"""The writer of pdf files: the tree as JSON to Typst, in a process of its own that is thrown away.

Typst's library keeps a cache that grows with each paper, and a long appendix takes seconds and
much memory; so it runs apart, limited in memory and time, without the program's environment.
"""

import calendar
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from qsdev.documents.blocks import Document, DocumentError
from qsdev.documents.fonts_coverage import FONTS, printable
from qsdev.documents.numbering import number
from qsdev.documents.pdf_streams import with_plain_ends
from qsdev.documents.pdf_tree import NO_DATE, paper_tree

MEMORY = 6 << 30
SECONDS = 300
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A pdf with what its layout tells: how many pages, and the page of every anchor."""

    content: bytes
    page_numbers: dict[str, int]
    pages: int


def write_pdf(document: Document, *, memory: int = MEMORY, seconds: int = SECONDS) -> PdfResult:
    """Return the document as PDF/UA-1 and PDF/A-2a; the same tree gives the same bytes.

    Characters that no font has are replaced (`fonts_coverage.missing_characters` lists them).
    `memory` is in bytes, `seconds` limits both processor time and the wait. Raises DocumentError
    for a tree that cannot be printed, or one that needs more memory or time than that.
    """
    paper = printable(json.dumps(paper_tree(number(document)), ensure_ascii=False))
    moment = calendar.timegm((document.date or NO_DATE).timetuple())
    with tempfile.TemporaryDirectory() as alone:
        template = shutil.copy(_HERE / "paper.typ", alone)
        output = _run(paper, seconds, memory, seconds, moment, FONTS, template)
    header, _, content = output.partition(b"\n")
    places = json.loads(header)
    return PdfResult(with_plain_ends(content), dict(places["places"]), places["pages"])


def _run(paper, timeout, *arguments):
    """Return what the child prints for a paper; raises DocumentError if it fails or is late."""
    command = [sys.executable, "-I", _HERE / "pdf_child.py", *arguments]
    try:
        child = subprocess.run(
            [str(part) for part in command],
            input=paper.encode("utf-8"),
            capture_output=True,
            timeout=timeout,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"The pdf was not ready after {timeout} seconds.") from error
    if child.returncode:
        raise DocumentError(_reason(child.stderr.decode("utf-8", "replace")))
    return child.stdout


def _reason(errors):
    lines = [line for line in errors.splitlines() if line.strip()]
    last = lines[-1] if lines else "it ran out of memory or time"
    return f"The pdf could not be made: {last}"
