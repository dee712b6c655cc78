"""Settings: all of it runs with nothing set, and production says what it misses."""

import json
import os
import stat
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

PRODUCTION = {
    "DATABASE_URL": "postgres://writer:p%40ss@db.example:5433/standards?sslmode=require",
    "SECRET_KEY": "k7" * 40 + "abcdefgh",
    "ALLOWED_HOSTS": "standards.example.org",
    "CELERY_BROKER_URL": "redis://broker.example:6379/0",
}
OURS = {"QSDEV_VAR", "QSDEV_HTTPS", "QSDEV_PROXIES", "MEDIA_BUCKET", *PRODUCTION}
#: Tests in a browser set it for themselves, and Django warns of it.
OURS |= {"DJANGO_ALLOW_ASYNC_UNSAFE"}
SHOWN = (
    "import json; from qsdev import settings as s; "
    "print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))"
)


def run(folder, *command, **environment):
    """Run Python with these of the project's variables set and no other."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    clean |= {"QSDEV_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "qsdev.settings", **environment}
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=clean,
        capture_output=True,
        text=True,
    )


def shown(folder, **environment):
    """All settings as they are with these variables."""
    return json.loads(run(folder, "-c", SHOWN, **environment).stdout)


def test_with_nothing_set_everything_is_kept_in_one_folder(tmp_path):
    found = shown(tmp_path)
    database = found["DATABASES"]["default"]
    assert database["NAME"] == str(tmp_path / "qsdev.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert found["CELERY_BROKER_URL"] == "filesystem://localhost"
    assert found["CELERY_BROKER_TRANSPORT_OPTIONS"]["data_folder_in"].startswith(str(tmp_path))
    assert (found["DEBUG"], found["HTTPS"]) == (False, False)


def test_secret_key_is_made_once_and_for_this_account_alone(tmp_path):
    first, second = shown(tmp_path)["SECRET_KEY"], shown(tmp_path)["SECRET_KEY"]
    assert first == second
    assert len(first) > 60
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_what_is_kept_is_for_this_account_alone(tmp_path):
    found = shown(tmp_path / "kept")
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert found["STORAGES"]["default"]["OPTIONS"] == {"file_permissions_mode": 0o600}


def test_database_url_makes_it_production(tmp_path):
    found = shown(tmp_path, **PRODUCTION)
    database = found["DATABASES"]["default"]
    assert [database[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "writer",
        "p@ss",
        "db.example",
        5433,
        "standards",
    ]
    assert database["OPTIONS"]["sslmode"] == "require"
    assert "statement_timeout=15000" in database["OPTIONS"]["options"]
    assert found["CELERY_BROKER_TRANSPORT_OPTIONS"]["socket_timeout"] == 2
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "CELERY_BROKER_URL"])
def test_production_says_what_it_misses(tmp_path, missing):
    environment = {name: value for name, value in PRODUCTION.items() if name != missing}
    ended = run(tmp_path, "-c", SHOWN, **environment)
    assert ended.returncode == 1
    assert f"Set {missing}" in ended.stderr.splitlines()[-1]


def test_address_of_another_kind_of_database_is_refused_without_printing_it(tmp_path):
    environment = PRODUCTION | {"DATABASE_URL": "mysql://writer:secret@db.example/standards"}
    ended = run(tmp_path, "-c", SHOWN, **environment)
    assert "Write DATABASE_URL as postgres://" in ended.stderr.splitlines()[-1]
    assert "secret@" not in ended.stderr


def test_production_passes_the_check_of_a_deployment(tmp_path):
    ended = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level=WARNING", **PRODUCTION)
    assert ended.stdout == "System check identified no issues (0 silenced).\n"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="speaks of SQLite")
@pytest.mark.django_db(transaction=True)
def test_sqlite_lets_readers_and_a_writer_work_at_once():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (1,)


def test_nothing_that_a_test_writes_lands_in_the_project():
    for path in (settings.VAR, settings.MEDIA_ROOT, connection.settings_dict["NAME"]):
        assert not str(path).startswith(str(settings.BASE_DIR))


def test_log_tells_where_it_went_wrong_but_no_values(tmp_path):
    program = (
        "import django, logging; django.setup()\n"
        "try: int('Mrs Private Person')\n"
        "except ValueError: logging.getLogger('qsdev').exception('An import failed')\n"
    )
    ended = run(tmp_path, "-c", program)
    assert ended.stderr.splitlines()[0].endswith("ERROR qsdev An import failed")
    assert ended.stderr.splitlines()[-1] == "builtins.ValueError"
    assert "Private" not in ended.stderr
