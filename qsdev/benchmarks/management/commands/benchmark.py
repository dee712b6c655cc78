"""`manage.py benchmark documents|tables`: how fast the heaviest jobs are, beside their peers."""

from django.core.management.base import BaseCommand, CommandError

from qsdev.benchmarks import documents, tables
from qsdev.benchmarks.printing import lines_of
from qsdev.benchmarks.synthetic_papers import synthetic_tree


class Command(BaseCommand):
    """Measure, print, and fail if something is slower than it should be."""

    help = (
        "Measure how fast papers are written or tables come in. Peers to measure against are"
        " optional: pandoc, Chromium, python-docx, weasyprint; django-import-export with tablib"
        " and openpyxl. One that is not installed is named."
    )

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["documents", "tables"])
        parser.add_argument(
            "--rows", type=int, default=tables.ROWS, help="how long the table is (tables only)"
        )

    def handle(self, *, what, rows, **options):
        measured = (
            documents.run(synthetic_tree(50), synthetic_tree(5000))
            if what == "documents"
            else tables.run(rows)
        )
        for line in lines_of(measured):
            self.stdout.write(line)
        missed = [one.what for one in measured if one.is_met is False]
        if missed:
            raise CommandError(f"Not as fast or as small as wanted: {'; '.join(missed)}.")
