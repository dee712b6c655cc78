"""Word files as LibreOffice lays them out, for tests of pages; skipped where it is missing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest


def laid_out(word_file: bytes, folder: Path) -> pypdf.PdfReader:
    """Return the pages that LibreOffice makes of a Word file, working in an empty folder."""
    (folder / "paper.docx").write_bytes(word_file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command = [libre_office(), profile, *asked, str(folder / "paper.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    return pypdf.PdfReader(folder / "paper.pdf")


def libre_office() -> str:
    """The program's path; the test skips without it, or fails where services are required."""
    path = shutil.which("soffice")
    if path is None:
        reason = "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
        if os.environ.get("REQUIRE_SERVICES") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def headings(pages: pypdf.PdfReader) -> Iterator[tuple[str, int]]:
    """Yield the words of each heading with its page, counted from 1."""

    def walked(items):
        for item in items:
            if isinstance(item, list):
                yield from walked(item)
            else:
                yield " ".join(item.title.split()), pages.get_destination_page_number(item) + 1

    return walked(pages.outline)
