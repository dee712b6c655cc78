"""What a browser test asserts with: accessibility, width, focus, and the budget of a page."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COMPRESSED = ("text/css", "javascript", "image/svg", "application/json")
FIRST_VIEW = {"total": 200_000, "requests": 12, "javascript": 50_000, "css": 20_000, "html": 60_000}
SWAP = 15_000


def axe(page, *, within=None):
    """Fail with a readable list if axe finds that the page, as it now is, breaks WCAG 2.2 AA.

    `within` is a CSS selector, where only a part of the page is meant.
    """
    page.wait_for_load_state()
    options = {
        "runOnly": {"type": "tag", "values": WCAG},
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    found = Axe().run(page, context=within, options=options).response["violations"]
    lines = [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n    {node['html'][:200]}"
        for violation in found
        for node in violation["nodes"]
    ]
    if lines:
        pytest.fail(f"{page.url} breaks WCAG 2.2 AA:\n" + "\n".join(lines))


def assert_no_sideways_scroll(page):
    """Fail, naming what sticks out, if the page is wider than its window."""
    page.wait_for_load_state()
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if widths[0] > widths[1]:
        wide = page.evaluate(
            "[...document.body.querySelectorAll('*')]"
            ".filter(e => e.getBoundingClientRect().right > window.innerWidth + 1"
            " && !e.closest('.qs-scroll'))"
            ".slice(0, 5).map(e => e.outerHTML.slice(0, 150))"
        )
        pytest.fail(f"{page.url} is {widths[0]} px wide in {widths[1]} px:\n" + "\n".join(wide))


def focused(page):
    """The id of the element that has the focus, "" if it has none."""
    page.wait_for_load_state()
    return page.evaluate("document.activeElement.id")


class Budget:
    """Counts what a page fetches, in bytes as compressed: `with Budget(page) as fetched: …`.

    Styles, scripts and drawings are counted as whitenoise sends them, compressed; pages, fonts
    and pictures as they come.
    """

    def __init__(self, page):
        self.page = page
        self.answers = []

    def __enter__(self):
        self.page.on("response", self.note)
        return self

    def __exit__(self, *_):
        self.page.wait_for_load_state("networkidle")
        self.page.remove_listener("response", self.note)
        self.sizes = [(kind_of(answer), size_of(answer)) for answer in self.answers]

    def note(self, answer):
        self.answers.append(answer)

    def bytes(self, kind=None):
        """The bytes of one kind ("html", "css", "javascript", "other"), or of all."""
        return sum(size for found, size in self.sizes if kind in (None, found))

    @property
    def spent(self):
        """What the first view cost, with the names of `FIRST_VIEW`."""
        kinds = {kind: self.bytes(kind) for kind in ("html", "css", "javascript")}
        return {"total": self.bytes(), "requests": len(self.sizes), **kinds}

    def assert_first_view(self):
        """Fail if what was fetched is more than a first view may be."""
        over = {name: n for name, n in self.spent.items() if n > FIRST_VIEW[name]}
        if over:
            pytest.fail(f"{self.page.url} is over its budget {FIRST_VIEW}: {over}")

    def assert_swap(self):
        """Fail if what htmx fetched is more than a swap may be."""
        if self.bytes() > SWAP:
            pytest.fail(f"A swap on {self.page.url} took {self.bytes()} bytes, not {SWAP}")


def kind_of(answer):
    """Which part of the budget an answer falls under."""
    content_type = answer.headers.get("content-type", "")
    return next((k for k in ("html", "css", "javascript") if k in content_type), "other")


def size_of(answer):
    """How many bytes an answer's body takes in production."""
    if 300 <= answer.status < 400:
        return 0
    body = answer.body()
    content_type = answer.headers.get("content-type", "")
    return len(gzip.compress(body)) if any(k in content_type for k in COMPRESSED) else len(body)
