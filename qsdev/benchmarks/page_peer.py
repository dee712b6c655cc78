"""Measures Django's admin on the topic that ours was measured on.

`python -m qsdev.benchmarks.page_peer ROWS`, with the settings of `page_peer_settings`.
"""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from qsdev.accounts.models import User  # noqa: E402
from qsdev.benchmarks.page_measuring import report, seconds_of  # noqa: E402
from qsdev.benchmarks.synthetic_topics import COMMON, EMAIL, RARE  # noqa: E402
from qsdev.topics.models import ImprovementArea  # noqa: E402
from stakeholders.models import Import, Stakeholder  # noqa: E402


def cases(rows):
    """The same questions as `page_ours.cases`, as the admin's addresses ask them."""
    areas = list(ImprovementArea.objects.order_by("position"))
    return {
        "no filter": "",
        "state": "state__exact=to_triage",
        "area": f"filings__area__id__exact={areas[0].pk}",
        "small area": f"filings__area__id__exact={areas[-1].pk}",
        "stakeholder": f"stakeholder__id__exact={Stakeholder.objects.order_by('pk').first().pk}",
        "kind": "kind__exact=evidence_source",
        "given to": "assignee__isnull=True",
        "import": f"import_record__id__exact={Import.objects.get().pk}",
        "a word in all": f"q={COMMON}",
        "a rare word": f"q={RARE}",
        "deep in the list": f"p={rows * 9 // 10 // 50}",
    }


def main(rows):
    call_command("collectstatic", interactive=False, verbosity=0)
    client = Client()
    client.force_login(
        User.objects.get(email=EMAIL), backend="django.contrib.auth.backends.ModelBackend"
    )
    changes = reverse("admin:stakeholders_suggestion_changelist")
    report({name: seconds_of(client, f"{changes}?{query}") for name, query in cases(rows).items()})


if __name__ == "__main__":
    main(int(sys.argv[1]))
