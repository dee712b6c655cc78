"""`manage.py benchmark documents|tables|pages`: how fast the heaviest work is, beside its peers."""

from django.core.management.base import BaseCommand, CommandError

from qsdev.benchmarks import documents, pages, tables
from qsdev.benchmarks.printing import lines_of
from qsdev.benchmarks.synthetic_papers import synthetic_tree

MEASURES = {
    "documents": lambda rows: documents.run(synthetic_tree(50), synthetic_tree(5000)),
    "tables": lambda rows: tables.run(rows or tables.ROWS),
    "pages": lambda rows: pages.run(rows or pages.ROWS),
}


class Command(BaseCommand):
    """Measure, print, and fail if something is slower than it should be."""

    help = (
        "Measure how fast papers are written, tables come in or pages answer. Peers to measure"
        " against are optional: pandoc, Chromium, python-docx, weasyprint; django-import-export"
        " with tablib and openpyxl. One that is not installed is named."
    )

    def add_arguments(self, parser):
        parser.add_argument("what", choices=MEASURES)
        parser.add_argument(
            "--rows", type=int, help="how many suggestions there are (tables and pages)"
        )

    def handle(self, *, what, rows, **options):
        measured = MEASURES[what](rows)
        for line in lines_of(measured):
            self.stdout.write(line)
        missed = [one.what.strip() for one in measured if one.is_met is False]
        if missed:
            raise CommandError(f"Not as fast or as small as wanted: {'; '.join(missed)}.")
