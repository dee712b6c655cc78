"""Builds a topic's briefing paper from the command line, without a worker."""

import secrets
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from qsdev.briefing.rendering import read_paper, render_one
from qsdev.documents.blocks import DocumentError
from qsdev.topics.models import Topic


class Command(BaseCommand):
    """`manage.py build_paper --topic childrens-attachment --format docx --output paper.docx`"""

    help = "Build a topic's briefing paper and write it to a file."

    def add_arguments(self, parser):
        parser.add_argument("--topic", required=True, metavar="SLUG")
        parser.add_argument("--format", required=True, choices=["docx", "pdf", "html"])
        parser.add_argument("--output", required=True, type=Path, metavar="PATH")

    def handle(self, *, topic, format, output, **options):
        found = Topic.objects.filter(slug=topic).first()
        if found is None:
            raise CommandError(f"There is no topic “{topic}”.")
        try:
            content = render_one(read_paper(found), format)
            write_whole(output, content)
        except DocumentError as error:
            raise CommandError(f"The paper cannot be printed as it is. {error}") from error
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{output}: the briefing paper for {found}, {len(content):,} bytes.")


def write_whole(path, content):
    """Write the file whole or not at all: beside its place first, then moved there."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
