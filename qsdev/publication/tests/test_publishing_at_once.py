"""Several leads publish, or withdraw, at one moment: it is done once, and the others are told."""

import pytest

from qsdev.errors import RuleBroken
from qsdev.publication import actions
from qsdev.publication.models import PublishedStandard
from qsdev.publication.tests.material import publish
from stakeholders.tests.test_triage_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
LEADS = 6


def test_same_standard_published_at_once_becomes_one_version(topic, people):
    results = at_once([lambda: publish(topic, people).version] * LEADS)

    told = [one for one in results if isinstance(one, RuleBroken)]
    assert ([one for one in results if one == 1], len(told)) == ([1], LEADS - 1)
    assert PublishedStandard.objects.get().statements.count() == 2


def test_of_several_withdrawals_one_stands_and_the_others_are_told(topic, people):
    standard = publish(topic, people)

    def withdraw(number):
        return lambda: actions.withdraw_standard(
            standard=PublishedStandard.objects.get(pk=standard.pk),
            reason=f"Reason {number}.",
            by=people["lead"],
        )

    results = at_once([withdraw(number) for number in range(LEADS)])
    told = [one for one in results if isinstance(one, RuleBroken)]
    assert len(told) == LEADS - 1
    assert PublishedStandard.objects.get().reason_withdrawn.startswith("Reason ")
