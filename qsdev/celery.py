"""The Celery application: it wakes workers; what is to be done stands in the Job rows."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

TRANSPORT_ALIASES["filesystem"] = "qsdev.jobs.file_broker:Transport"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qsdev.settings")

app = Celery("qsdev")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
