"""The hints are right as often as they are said to be."""

import pytest

from qsdev.benchmarks.hints import accuracy, decisions_of, ours, run
from qsdev.errors import RuleBroken
from qsdev.tests.real_topic import build_real_topic

pytestmark = pytest.mark.django_db


def test_accuracy_counts_the_first_and_the_first_two():
    ranked = [[0, 1], [1, 0], [2, 1], [1, 2]]

    assert accuracy(ranked, [0, 0, 0, 1]) == (0.5, 0.75)


def test_hints_on_the_real_table_are_right_often_enough():
    first, two = accuracy(ours(*decisions_of(topic := build_real_topic())), decisions_of(topic)[2])

    assert first >= 0.65
    assert two >= 0.88


def test_demonstration_is_measured_beside_the_peers(demonstration):
    names = [one.what for one in run(demonstration.slug)]

    assert [name.partition(":")[0] for name in names] == [
        "ours",
        "the largest area",
        "TF-IDF over words",
        "rapidfuzz",
    ]
    assert names[1] == "the largest area: first 0.30, among the first two 0.56"


def test_topic_that_nobody_has_is_refused():
    with pytest.raises(RuleBroken, match="There is no topic nowhere"):
        run("nowhere")
