"""Builds a topic and measures our pages on it: `python -m qsdev.benchmarks.page_ours ROWS`."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from qsdev.benchmarks.page_measuring import report, seconds_of  # noqa: E402
from qsdev.benchmarks.synthetic_topics import (  # noqa: E402
    COMMON,
    RARE,
    SLUG,
    analyse,
    build_topic,
)
from stakeholders.forms.filters import SuggestionFilterForm  # noqa: E402
from stakeholders.models import Import, Stakeholder  # noqa: E402


def cases(topic):
    """What is asked of the list: a name, and the filters as an address says them."""
    areas = list(topic.areas.all())
    stakeholders = Stakeholder.objects.order_by("pk")
    return {
        "no filter": "state=",
        "state": "state=to_triage",
        "area": f"state=&area={areas[0].pk}",
        "small area": f"state=&area={areas[-1].pk}",
        "stakeholder": f"state=&stakeholder={stakeholders.first().pk}",
        "kind": "state=&kind=evidence_source",
        "given to": "state=&assignee=nobody",
        "import": f"state=&import_record={Import.objects.get().pk}",
        "a word in all": f"state=&words={COMMON}",
        "a rare word": f"state=&words={RARE}",
    }


#: What the workbench is measured with as well; it shows a whole suggestion and the areas besides.
ON_THE_WORKBENCH = ("no filter", "state", "a word in all", "a rare word")


def addresses(topic, rows):
    """The pages to measure, by name: the table with each filter, and the workbench."""
    table = reverse("stakeholders:suggestion_list", args=[SLUG])
    for name, query in cases(topic).items():
        yield f"table, {name}", f"{table}?{query}"
    yield "table, deep in the list", f"{table}?after={rows * 9 // 10}"
    for name in ON_THE_WORKBENCH:
        query = cases(topic)[name]
        filters = SuggestionFilterForm(QueryDict(query), topic=topic, team=topic.team)
        first = filters.choice.following(0, 1)[0].number
        yield f"workbench, {name}", f"{at(first)}?{query}"
    yield "workbench, deep in the list", f"{at(rows * 9 // 10)}?state="


def at(number):
    """The workbench at a suggestion."""
    return reverse("stakeholders:suggestion_triage", args=[SLUG, number])


def main(rows):
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    topic, person = build_topic(rows)
    analyse()
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    report({name: seconds_of(client, address) for name, address in addresses(topic, rows)})


if __name__ == "__main__":
    main(int(sys.argv[1]))
