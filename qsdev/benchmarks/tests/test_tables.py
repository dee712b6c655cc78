"""The measurement of long tables, on a short one."""

from qsdev.benchmarks import tables


def test_our_way_takes_a_table_in_and_says_what_it_took(tmp_path):
    path = tmp_path / "suggestions.xlsx"
    tables.write_table(path, 50)
    figures = tables.measured("ours", path, tmp_path)
    assert figures.keys() == {"seconds", "elapsed", "megabytes", "child_megabytes"}
    assert 0 < figures["seconds"] < 60
    assert 0 < figures["megabytes"] < 256


def test_no_two_rows_are_alike():
    assert len({tables.row_of(number) for number in range(1, 200)}) == 199
