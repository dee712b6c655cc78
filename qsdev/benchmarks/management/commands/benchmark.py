"""`manage.py benchmark documents|tables|pages|hints`: how well we do, beside our peers."""

from django.core.management.base import BaseCommand, CommandError

from qsdev.benchmarks import documents, hints, pages, tables
from qsdev.benchmarks.printing import lines_of
from qsdev.benchmarks.synthetic_papers import synthetic_tree
from qsdev.demonstration.content import read_content
from qsdev.errors import RuleBroken

MEASURES = {
    "documents": lambda **_: documents.run(synthetic_tree(50), synthetic_tree(5000)),
    "tables": lambda rows, **_: tables.run(rows or tables.ROWS),
    "pages": lambda rows, **_: pages.run(rows or pages.ROWS),
    "hints": lambda topic, **_: hints.run(topic or read_content()["topic"]["slug"]),
}


class Command(BaseCommand):
    """Measure, print, and fail if something is slower or less right than it should be."""

    help = (
        "Measure how fast papers are written, tables come in or pages answer, or how often hints"
        " are right. Peers to measure against are optional: pandoc, Chromium, python-docx,"
        " weasyprint; django-import-export with tablib and openpyxl. One that is not installed is"
        " named."
    )

    def add_arguments(self, parser):
        parser.add_argument("what", choices=MEASURES)
        parser.add_argument(
            "--rows", type=int, help="how many suggestions there are (tables and pages)"
        )

        parser.add_argument("--topic", help="whose decisions count (hints; the demonstration's)")

    def handle(self, *, what, rows, topic=None, **options):
        try:
            measured = MEASURES[what](rows=rows, topic=topic)
        except RuleBroken as error:
            raise CommandError(str(error)) from error
        for line in lines_of(measured):
            self.stdout.write(line)
        missed = [one.what.strip() for one in measured if one.is_met is False]
        if missed:
            raise CommandError(f"Not as good as wanted: {'; '.join(missed)}.")
