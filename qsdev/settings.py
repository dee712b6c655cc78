"""Settings of the whole project: one file, the environment read at its top.

With nothing set, everything runs on one machine and is kept in `var/`. `DATABASE_URL` makes it
production: a PostgreSQL database, secure cookies, and secrets that must be given.
"""

import importlib.util
import os
import secrets
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

# The environment, all of it.
VAR = Path(os.environ.get("QSDEV_VAR") or BASE_DIR / "var")
DATABASE_URL = os.environ.get("DATABASE_URL", "")
BROKER_URL = os.environ.get("CELERY_BROKER_URL", "")
GIVEN_SECRET_KEY = os.environ.get("SECRET_KEY", "")
GIVEN_HOSTS = os.environ.get("ALLOWED_HOSTS", "").replace(",", " ").split()
MEDIA_BUCKET = os.environ.get("MEDIA_BUCKET", "")
PRODUCTION = bool(DATABASE_URL)
HTTPS = os.environ.get("QSDEV_HTTPS", "1" if PRODUCTION else "0") == "1"
PROXIES = int(os.environ.get("QSDEV_PROXIES", "1" if PRODUCTION else "0"))


def required(value, sentence):
    """The value, or an end to the start of the program with a sentence that says what to set."""
    if not value:
        raise ImproperlyConfigured(sentence)
    return value


def kept_secret_key(path):
    """The key that signs sessions, made on first use and readable by this account alone."""
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return required(path.read_text().strip(), f"Delete the empty file {path} and start again.")


for folder in ("", "static", "media", "broker/queue", "broker/control"):
    (VAR / folder).mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = False
NEEDED_IN_PRODUCTION = {
    "SECRET_KEY": "a long random text",
    "ALLOWED_HOSTS": "the names under which people reach the service, as in standards.example.org",
    "CELERY_BROKER_URL": "the broker's address, as in redis://localhost:6379/0",
}
if PRODUCTION:
    for name, value in NEEDED_IN_PRODUCTION.items():
        sentence = f"Set {name} to {value}: DATABASE_URL is set, so this is production."
        required(os.environ.get(name, "").strip(), sentence)
SECRET_KEY = GIVEN_SECRET_KEY or kept_secret_key(VAR / "secret-key")
ALLOWED_HOSTS = GIVEN_HOSTS or ["localhost", "127.0.0.1", "[::1]"]

# In the order of imports: the history knows nobody, and everything that is done is recorded.
INSTALLED_APPS = [
    *(f"django.contrib.{n}" for n in ("auth", "contenttypes", "sessions", "messages")),
    *("django.contrib.staticfiles", "django.forms"),
    "axes",
    "crispy_forms",
    "csp",
    "django_htmx",
    "qsdev.audit",
    "qsdev.accounts",
    "qsdev.jobs",
    "qsdev.topics",
    "qsdev.builds",
    "stakeholders",
    "recommendations",
    "qsdev.briefing",
    "qsdev.committee",
    "statements",
    "qsdev.consultation",
    "qsdev.equality",
    "qsdev.validation",
    "qsdev.publication",
    "qsdev.trail",
    "qsdev.home",
    "qsdev.demonstration",
    "qsdev.benchmarks",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    *(f"qsdev.accounts.middleware.{n}" for n in ("NeverStored", "RollingSession")),
    *(f"qsdev.accounts.middleware.{n}" for n in ("RequireSignIn", "GiveFormBack")),
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "qsdev.urls"
WSGI_APPLICATION = "qsdev.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "nice"
CRISPY_TEMPLATE_PACK = "nice"

# Measured: 0 "locked" errors in 3,200 concurrent transactions; Django's default gave 605 in 800.
UNDER_RUNSERVER = "runserver" in sys.argv  # a thread a request: kept connections would pile up
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR / "qsdev.sqlite3",
    "CONN_MAX_AGE": 0 if UNDER_RUNSERVER else 600,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;",
    },
}


def postgresql(url):
    """Django's database settings for an address like postgres://person:secret@host:5432/name."""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not name:
        raise ImproperlyConfigured(
            "Write DATABASE_URL as postgres://user:password@host:5432/name; it is something else."
        )
    statement_timeout = 0 if "migrate" in sys.argv else 15000
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 0 if UNDER_RUNSERVER else 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 3,
            "options": f"-c statement_timeout={statement_timeout} -c lock_timeout=10000"
            " -c idle_in_transaction_session_timeout=30000",
            **dict(parse_qsl(parts.query)),
        },
    }


DATABASES = {"default": postgresql(DATABASE_URL) if PRODUCTION else SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Jobs: Celery only wakes a worker, the Job row says what is to be done (qsdev/jobs).
JOB_LEASE_SECONDS = 30
JOB_SWEEP_SECONDS = 5
JOB_STALE_SECONDS = 30
JOB_ATTEMPTS = 3


def broker_options(url):
    """How Celery talks to the broker at this address: files in `var/`, or Redis."""
    if url.startswith("filesystem:"):
        queue, control = str(VAR / "broker/queue"), str(VAR / "broker/control")
        folders = {"data_folder_in": queue, "data_folder_out": queue, "control_folder": control}
        return folders | {"polling_interval": 0.2}
    return {  # without socket_timeout an enqueue hangs for over 40 s when Redis stalls
        "visibility_timeout": 3600,
        "socket_connect_timeout": 1,
        "socket_timeout": 2,
        "socket_keepalive": True,
        "max_retries": 0,
        "retry_on_timeout": False,
    }


CELERY_BROKER_URL = BROKER_URL or "filesystem://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS = broker_options(CELERY_BROKER_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "housekeeping"
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 600, 630
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 50
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "jobs.sweep", "schedule": JOB_SWEEP_SECONDS, "options": {"expires": 10}},
    "forget": {"task": "accounts.forget_old_traces", "schedule": 24 * 3600},
    "leftovers": {"task": "stakeholders.sweep_leftovers", "schedule": 24 * 3600},
    "comment_uploads": {"task": "consultation.sweep_leftovers", "schedule": 24 * 3600},
}

# Files: what the program serves, and what people brought or built.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"file_permissions_mode": 0o600},  # for this account alone
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if MEDIA_BUCKET:
    storages = importlib.util.find_spec("storages")
    required(storages, "MEDIA_BUCKET is set: install django-storages[s3], which keeps files there.")
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {"bucket_name": MEDIA_BUCKET, "file_overwrite": False},
    }

# Sign-in.
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{n}PasswordHasher" for n in ("Argon2", "PBKDF2")]
RULES = "django.contrib.auth.password_validation"
OF_A_PERSON = {"user_attributes": ["email", "name"]}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{RULES}.CommonPasswordValidator"},
    {"NAME": f"{RULES}.UserAttributeSimilarityValidator", "OPTIONS": OF_A_PERSON},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "email"
AXES_CLIENT_IP_CALLABLE = "qsdev.accounts.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "qsdev.accounts.views.locked_out"
AXES_DISABLE_ACCESS_LOG = True

# A session ends an hour after the last request; it is written at most once a minute.
SESSION_COOKIE_AGE = 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_COOKIE_HTTPONLY = True
UNMARKED_VIEW_IS_A_BUG = False  # tests set it: a page without a permission raises there

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and PROXIES else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **{name: [NONE] for name in ("default-src", "base-uri", "frame-ancestors")},
        **{f"{kind}-src": [SELF] for kind in ("script", "style", "font", "img", "connect")},
        "form-action": [SELF],
    }
}

LANGUAGE_CODE, TIME_ZONE = "en-gb", "Europe/London"
USE_I18N = False

# What went wrong and where, without the values it went wrong with: those may name a person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "qsdev.audit.logs.WithoutValues",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "axes": {"level": "CRITICAL"},  # it names who failed to sign in; the database has that
    },
}
