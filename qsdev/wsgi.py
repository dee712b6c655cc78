"""Where the web server enters the application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qsdev.settings")

application = get_wsgi_application()
