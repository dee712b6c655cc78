"""The command that builds a paper: the whole file, or nothing and a reason."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from qsdev.briefing import rendering
from qsdev.briefing.models import PaperBuild

SLUG = "childrens-attachment"


def build(output, format="html", topic=SLUG):
    printed = StringIO()
    call_command("build_paper", topic=topic, format=format, output=output, stdout=printed)
    return printed.getvalue()


@pytest.mark.parametrize(
    ("format", "start"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>")]
)
def test_paper_is_written_in_each_format(demonstration, tmp_path, format, start):
    output = tmp_path / f"paper.{format}"
    summary = build(output, format)
    assert output.read_bytes().startswith(start)
    assert summary.startswith(f"{output}: the briefing paper for Children's attachment, ")
    assert PaperBuild.objects.count() == 0


def test_file_that_was_there_is_replaced_whole(demonstration, tmp_path):
    output = tmp_path / "paper.html"
    output.write_text("old")
    build(output)
    first = output.read_bytes()
    build(output)
    assert output.read_bytes() == first
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["paper.html"]


def test_unknown_topic_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="There is no topic “nowhere”"):
        build(tmp_path / "paper.html", topic="nowhere")


def test_place_that_cannot_be_written_is_refused(demonstration, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        build(tmp_path / "missing" / "paper.html")


def test_paper_that_cannot_be_printed_leaves_what_was_there(demonstration, tmp_path, monkeypatch):
    output = tmp_path / "paper.pdf"
    output.write_text("old")
    monkeypatch.setattr(rendering, "PDF_SECONDS", 0)
    with pytest.raises(CommandError, match="cannot be printed"):
        build(output, "pdf")
    assert output.read_text() == "old"
