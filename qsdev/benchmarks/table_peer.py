"""Takes a table in through django-import-export: `python -m qsdev.benchmarks.table_peer FILE`."""

import sys
from pathlib import Path

import tablib
from import_export import fields, resources, widgets

from qsdev.benchmarks.table_measuring import measure
from qsdev.benchmarks.tables import HEADER
from stakeholders.models import Stakeholder, Suggestion

NAMES = ("number", "stakeholder", "key_area", "why_important", "why_key_area")
COLUMNS = dict(zip((*NAMES, "supporting_information"), HEADER, strict=True))


def column(name):
    """A field of the resource, filled from the column with the usual header."""
    by_name = widgets.ForeignKeyWidget(Stakeholder, "name")
    widget = by_name if name == "stakeholder" else widgets.Widget()
    return fields.Field(attribute=name, column_name=COLUMNS[name], widget=widget)


class SuggestionResource(resources.ModelResource):
    """Suggestions by their numbers, their stakeholders by name, as its documentation has it."""

    number = column("number")
    stakeholder = column("stakeholder")
    key_area = column("key_area")
    why_important = column("why_important")
    why_key_area = column("why_key_area")
    supporting_information = column("supporting_information")

    class Meta:
        model = Suggestion
        import_id_fields = ["number"]
        clean_model_instances = True
        fields = list(COLUMNS)

    def __init__(self, topic):
        super().__init__()
        self.topic = topic
        self.round = topic.engagement

    def init_instance(self, row=None):
        return Suggestion(topic=self.topic, round=self.round)


def take_in(path, topic):
    """Check the workbook's rows in a dry run, then import them; returns how many are new.

    These are the two passes of its own pages: the first shows what the second will do.
    """
    for dry_run in (True, False):
        dataset = tablib.Dataset().load(Path(path).read_bytes(), format="xlsx")
        imported = SuggestionResource(topic).import_data(
            dataset, dry_run=dry_run, raise_errors=True
        )
    return imported.totals["new"]


if __name__ == "__main__":
    measure(take_in, sys.argv[1])
