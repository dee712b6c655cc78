"""The project's settings with Django's admin added, for the benchmark of pages alone."""

from qsdev.settings import *  # noqa: F403
from qsdev.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = ["django.contrib.admin", *INSTALLED_APPS]
OUR_OWN = ("qsdev.accounts", "axes.", "django_htmx.", "csp.")
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith(OUR_OWN)]
ROOT_URLCONF = "qsdev.benchmarks.page_peer_urls"
SECURE_SSL_REDIRECT = False
SILENCED_SYSTEM_CHECKS = ["admin.E404", "admin.E408", "admin.E409", "admin.E410"]
