"""Every page that a finding can point to has an address."""

import pytest

from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding

PAGES = [
    mending.suggestion(3),
    mending.summary(1),
    mending.summary(1, 2),
    mending.register(),
    mending.imports(),
    mending.import_of_rows(4),
    mending.selection(1),
    mending.selection(1, 2),
    mending.reason_not_selected(5),
    mending.recommendations(),
    mending.practice(1),
    mending.practice(1, 2),
    mending.evidence_search(),
    mending.evidence(),
    mending.areas(),
    mending.area(1),
    mending.overview("focus"),
    mending.frameworks(),
    mending.glossary(),
    mending.engagement(6),
    mending.topic(),
]


@pytest.mark.parametrize("mend", PAGES, ids=lambda mend: mend.url_name)
def test_page_that_mends_has_an_address_in_the_topic(mend):
    finding = Finding("Something is wrong.", mend=mend).in_topic("walking")
    assert finding.mend.address.startswith("/topics/walking/")


def test_address_of_a_sub_area_names_it():
    addresses = [
        Finding("", mend=mend).in_topic("walking").mend.address
        for mend in (mending.summary(1, 2), mending.practice(1, 2), mending.selection(1, 2))
    ]
    assert addresses == [
        "/topics/walking/areas/1/summary/?sub_area=2",
        "/topics/walking/areas/1/sub-areas/2/practice/",
        "/topics/walking/areas/1/sub-areas/2/recommendations/",
    ]
