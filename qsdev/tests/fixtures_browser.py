"""Fixtures that drive the pages in a real browser, over those of pytest-playwright.

A browser test takes `page` (or `javascript_off`, `narrow`, `forced_colours`), whose addresses
are relative to the live server, and `sign_in`. It fails when the console or the page reported an
error, which catches violations of the policy as well. `page_errors.allow("404")` lets one pass.
Wait with playwright's `expect`: its `wait_for_function` needs eval, which the policy forbids. A
click waits only until the next page begins to arrive: before counting or measuring what is on it,
expect something there, or `page.wait_for_load_state()`.
What such a test asserts with is in `qsdev/tests/browser.py`. Loaded by `qsdev/tests/plugin.py`,
after pytest-playwright: of two fixtures of one name the later counts.
"""

import os
import shutil

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """A test that takes a page is a browser test without saying so."""
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Playwright runs an event loop in this thread, in which Django would refuse the database."""
    if "playwright" in getattr(item, "fixturenames", ()):
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


class PageErrors:
    """What the console and the pages of one test reported as errors."""

    def __init__(self):
        self.seen = []
        self.allowed = ["status of 422"]  # the answer to a form with errors

    def allow(self, words):
        """Let errors that contain `words` pass: the test brings them about on purpose."""
        self.allowed.append(words)

    def watch(self, context):
        context.on("console", lambda said: said.type == "error" and self.seen.append(said.text))
        context.on("weberror", lambda error: self.seen.append(str(error.error)))

    @property
    def unexpected(self):
        return [text for text in self.seen if not any(words in text for words in self.allowed)]


@pytest.fixture(scope="session")
def base_url():
    """Each test's own server is the base; pytest-playwright's fixture of this name warns."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium with what the machine needs; the tests skip where there is none."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not path:
        reason = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": path, "args": list(FLAGS)}


@pytest.fixture
def page_errors():
    """The errors that the pages of this test reported; any but the allowed fail it."""
    errors = PageErrors()
    yield errors
    if errors.unexpected:
        pytest.fail("The page reported errors:\n" + "\n".join(errors.unexpected))


@pytest.fixture
def new_context(new_context, page_errors, live_server):
    """A browser window's cookies and settings, watched for errors, on the live server."""

    def watched(**options):
        context = new_context(**{"base_url": live_server.url} | options)
        page_errors.watch(context)
        context.set_default_timeout(20_000)
        return context

    return watched


@pytest.fixture
def javascript_off(new_context):
    """A page without JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def narrow(new_context):
    """A page of 320 by 640 pixels, which is also one of 1280 pixels enlarged four times."""
    return new_context(viewport={"width": 320, "height": 640}).new_page()


@pytest.fixture
def forced_colours(new_context):
    """A page in the few colours that its reader chose."""
    return new_context(forced_colors="active").new_page()


@pytest.fixture
def sign_in(live_server):
    """`sign_in(page, user)`: go on as that user, without the sign-in page."""

    def signed_in(page, user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])

    return signed_in


@pytest.fixture
def sample_pages(settings):
    """Serve `qsdev/tests/sample_pages.py` in place of the application."""
    engine = settings.TEMPLATES[0]
    folders = [*engine["DIRS"], settings.BASE_DIR / "qsdev/tests/templates"]
    settings.TEMPLATES = [{**engine, "DIRS": folders}]
    settings.ROOT_URLCONF = "qsdev.tests.sample_pages"
