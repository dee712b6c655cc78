"""How fast papers are written, against other ways of writing the same paper on the same machine.

Processor time counts this process and its children. Each peer is optional: one that is not
installed is named in the rows as missing. Our own Word file is measured after a first one, as a
worker makes them; everything else runs as it comes, and the best of a few runs counts.
"""

import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qsdev.benchmarks.processor_time import processor_seconds
from qsdev.benchmarks.row_by_row import write_row_by_row
from qsdev.benchmarks.synthetic_papers import synthetic_tree
from qsdev.documents.blocks import Document
from qsdev.documents.docx import stream_docx, write_docx
from qsdev.documents.html import write_html
from qsdev.documents.numbering import number
from qsdev.documents.pdf import write_pdf

RUNS = 3
PACKED = (".png", ".odttf")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One way of writing one paper: processor seconds, and how that compares with ours.

    `times` is how many times ours the seconds are, `wanted` how many they should be at least
    (for our own rows: at most); nothing where there is nothing to hold it against.
    """

    what: str
    seconds: float | None = None
    megabytes: float | None = None
    times: float | None = None
    wanted: str = ""
    is_met: bool | None = None


def run(tree_50: Document, tree_5000: Document) -> list[Measurement]:
    """Return what was measured, in the order to print it."""
    pages = dict.fromkeys(_anchors(tree_50), 2)
    docx = processor_seconds(lambda: write_docx(tree_50, page_numbers=pages), RUNS * 3)
    rows = [Measurement("docx, 50 suggestions", docx)]
    rows.append(_deflating(tree_50, pages, docx))
    rows += _peers(DOCX_PEERS, tree_50, docx)
    rows += _long_docx(tree_50, tree_5000, docx)
    pdf = processor_seconds(lambda: write_pdf(tree_50), RUNS)
    rows.append(Measurement("pdf, 50 suggestions", pdf))
    rows += _peers(PDF_PEERS, tree_50, pdf)
    return rows


def _anchors(tree):
    return [label.anchor for label in number(tree).contents]


def _deflating(tree, pages, ours):
    """Return how long deflating alone takes of the parts that our Word file is made of.

    Pictures and fonts are left out: they come packed, so we do not deflate them either.
    """
    with zipfile.ZipFile(io.BytesIO(write_docx(tree, page_numbers=pages))) as package:
        parts = [package.read(name) for name in package.namelist() if not name.endswith(PACKED)]
    seconds = processor_seconds(lambda: [zlib.compress(part, 6) for part in parts], RUNS * 3)
    ratio = ours / seconds
    return Measurement(
        "deflating the same bytes", seconds, times=1 / ratio, wanted="≥ 1/4", is_met=ratio <= 4
    )


def _long_docx(tree_50, tree_5000, docx):
    """Return time and memory at 5,000, held against as many times 50 as the text is longer."""
    sizes = [len(write_html(tree, stylesheet="")) for tree in (tree_50, tree_5000)]
    seconds = processor_seconds(lambda: stream_docx(tree_5000, io.BytesIO()), RUNS)
    growth = (seconds / docx) / (sizes[1] / sizes[0])
    yield Measurement(
        "docx, 5,000 suggestions", seconds, times=seconds / docx,
        wanted=f"≤ {sizes[1] / sizes[0]:.0f} (linear)", is_met=growth <= 1.1,
    )  # fmt: skip
    megabytes = peak_megabytes(5000)
    yield Measurement(
        "docx, 5,000 suggestions, memory of a process that does only this",
        megabytes=megabytes, wanted="< 100 MB", is_met=megabytes < 100,
    )  # fmt: skip


def peak_megabytes(suggestions: int) -> float:
    """Return the most memory that a fresh process takes to make a paper's tree and Word file."""
    script = (
        "import io\n"
        "from qsdev.benchmarks.memory import peak_kilobytes\n"
        "from qsdev.benchmarks.synthetic_papers import synthetic_tree\n"
        "from qsdev.documents.docx import stream_docx\n"
        f"stream_docx(synthetic_tree({suggestions}), io.BytesIO())\n"
        "print(peak_kilobytes())\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to write the paper: where to find it, how to run it, how much slower it is."""

    name: str
    is_there: Callable[[], bool]
    work: Callable[[Document, Path], object]
    times: int


def _peers(peers, tree, ours):
    for peer in peers:
        if not peer.is_there():
            yield Measurement(f"{peer.name}: not installed, skipped")
            continue
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            place.joinpath("paper.html").write_text(write_html(tree), encoding="utf-8")
            seconds = processor_seconds(lambda: peer.work(tree, place))  # noqa: B023
        times = seconds / ours
        yield Measurement(peer.name, seconds, None, times, f"≥ {peer.times}", times >= peer.times)


def _run(*command):
    subprocess.run(command, check=True, capture_output=True)


def _pandoc(tree, place):
    _run("pandoc", "-f", "html", "-o", str(place / "paper.docx"), str(place / "paper.html"))


def _chromium(tree, place):
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    _run(
        _chromium_path(),
        "--headless",
        "--disable-gpu",
        f"--user-data-dir={place / 'profile'}",
        f"--print-to-pdf={place / 'paper.pdf'}",
        *sandbox,
        (place / "paper.html").as_uri(),
    )


def _chromium_path():
    return shutil.which("chromium") or shutil.which("google-chrome") or ""


def _weasyprint(tree, place):
    """Print to the same kind of file as ours and Chromium's, which are tagged."""
    tagged = ["--pdf-variant", "pdf/ua-1"]
    files = [str(place / "paper.html"), str(place / "paper.pdf")]
    _run(sys.executable, "-m", "weasyprint", *tagged, *files)


def _is_installed(module):
    return importlib.util.find_spec(module) is not None


DOCX_PEERS = (
    Peer("docx by pandoc, from the html", lambda: bool(shutil.which("pandoc")), _pandoc, 10),
    Peer(
        "docx by python-docx, row by row",
        lambda: _is_installed("docx"),
        lambda tree, place: write_row_by_row(tree),
        20,
    ),
)
PDF_PEERS = (
    Peer("pdf by headless Chromium", lambda: bool(_chromium_path()), _chromium, 3),
    Peer("pdf by WeasyPrint", lambda: _is_installed("weasyprint"), _weasyprint, 8),
)


def print_rows() -> None:
    """Measure and print, for a look without the command."""
    for row in run(synthetic_tree(50), synthetic_tree(5000)):
        print(row)


if __name__ == "__main__":
    print_rows()
