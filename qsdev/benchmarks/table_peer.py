"""Takes a table in through django-import-export: `python -m qsdev.benchmarks.table_peer FILE`.

What it does, in one pass and one transaction: tablib reads the workbook through openpyxl; for each
row the stakeholder is looked up by name and the suggestion by its number in the topic (by an index,
so that time grows with the rows alone), the instance is filled, checked by its own `full_clean`
(`clean_model_instances`) and saved. With `bulk` behind the file name it follows its chapter on bulk
imports: saved by `bulk_create` a thousand at a time, and no differences are worked out to be shown.

What it does less than ours: no file is refused for what it hides, no name is found by abbreviation
or alias, no cell is kept as it came, and nobody sees the rows before they are suggestions. Its own
pages read and check everything twice, the first time to show it; that is not counted here.
"""

import sys
from functools import partial
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

    def get_queryset(self):
        return self.topic.suggestions.all()

    def init_instance(self, row=None):
        return Suggestion(topic=self.topic, round=self.round)


class BulkSuggestionResource(SuggestionResource):
    """The same, with the options for large tables."""

    class Meta(SuggestionResource.Meta):
        use_bulk = True
        skip_diff = True


def take_in(path, topic, resource=SuggestionResource):
    """Import the workbook's rows, checked; returns how many are new."""
    dataset = tablib.Dataset().load(Path(path).read_bytes(), format="xlsx")
    imported = resource(topic).import_data(dataset, dry_run=False, raise_errors=True)
    return imported.totals["new"]


if __name__ == "__main__":
    is_bulk = sys.argv[2:] == ["bulk"]
    measure(partial(take_in, resource=BulkSuggestionResource) if is_bulk else take_in, sys.argv[1])
