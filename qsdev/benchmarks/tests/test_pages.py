"""The benchmark of pages measures ours and the admin's on the same rows."""

from qsdev.benchmarks.pages import run


def test_pages_are_measured_beside_the_admin(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    measured = run(60)

    names = [one.what for one in measured[::3]]
    assert names[:2] == ["no filter: ours, 60 suggestions", "state: ours, 60 suggestions"]
    assert len(names) == 12
    assert all(one.seconds > 0 for one in measured)
    assert [one.wanted for one in measured[:3]] == ["", "at most 2", "at least 5"]
