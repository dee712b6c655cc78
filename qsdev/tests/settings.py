"""Settings of the tests: the project's own, in a folder that belongs to this process alone.

A worker that a test starts is told the folder and the database of the test by
`QSDEV_TEST_FOLDER` and `QSDEV_TEST_DATABASE`. With `DATABASE_URL` the suite runs on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile

FOLDER = os.environ.get("QSDEV_TEST_FOLDER")
IS_WORKER_OF_A_TEST = bool(FOLDER)
if not FOLDER:
    FOLDER = tempfile.mkdtemp(prefix="qsdev-tests-")
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["QSDEV_VAR"] = FOLDER
os.environ["QSDEV_HTTPS"] = "0"
os.environ["QSDEV_PROXIES"] = "0"
os.environ["SECRET_KEY"] = "for-tests-only-" * 5
os.environ["ALLOWED_HOSTS"] = "localhost 127.0.0.1 testserver"
os.environ["CELERY_BROKER_URL"] = os.environ.get("QSDEV_TEST_BROKER", "filesystem://localhost")

from qsdev.settings import *  # noqa: E402, F403
from qsdev.settings import CELERY_BEAT_SCHEDULE, DATABASES, STORAGES  # noqa: E402

del os.environ["CELERY_BROKER_URL"]  # Celery would take it for every application's broker

DATABASE = DATABASES["default"]
DATABASE["TEST"] = {"NAME": f"{FOLDER}/test.sqlite3"} if "sqlite" in DATABASE["ENGINE"] else {}
if os.environ.get("QSDEV_TEST_DATABASE"):
    DATABASE["NAME"] = os.environ["QSDEV_TEST_DATABASE"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
UNMARKED_VIEW_IS_A_BUG = True

CELERY_IMPORTS = ["qsdev.jobs.tests.kinds"]
if IS_WORKER_OF_A_TEST:  # in a test's own transaction no heartbeat could get through
    JOB_LEASE_SECONDS = 2
JOB_SWEEP_SECONDS = 0.5
JOB_STALE_SECONDS = 1
CELERY_BEAT_SCHEDULE["sweep"]["schedule"] = JOB_SWEEP_SECONDS
