"""One thing has one name: address, view, template and permission agree."""

import inspect
import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from qsdev.accounts.access import PUBLIC, SIGNED_IN
from qsdev.accounts.roles import PERMISSIONS
from qsdev.tests.source import ROOT


def pages(resolver=None, namespace=""):
    """Every address of the application: (namespace, pattern) pairs."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, entry.namespace or namespace)
        elif isinstance(entry, URLPattern):
            yield namespace, entry


def full_name(address):
    namespace, pattern = address
    return f"{namespace}:{pattern.name}"


PAGES = list(pages())


@pytest.mark.parametrize("address", PAGES, ids=full_name)
def test_view_is_called_as_its_address(address):
    _, pattern = address
    assert inspect.unwrap(pattern.callback).__name__ == pattern.name


@pytest.mark.parametrize("address", PAGES, ids=full_name)
def test_template_is_called_as_its_view(address):
    namespace, pattern = address
    source = inspect.getsource(inspect.unwrap(pattern.callback))
    named = {name for name in re.findall(r'"([\w/]+\.html)"', source) if "/_" not in f"/{name}"}
    named = {name for name in named if not name.split("/")[-1].startswith("_")}
    assert named <= {f"{namespace}/{pattern.name}.html"}
    assert all((ROOT / "templates" / name).is_file() for name in named)


@pytest.mark.parametrize("address", PAGES, ids=full_name)
def test_page_has_a_permission_row(address):
    _, pattern = address
    assert pattern.callback.permission in {PUBLIC, SIGNED_IN, *PERMISSIONS}


def test_every_permission_opens_a_page():
    used = {pattern.callback.permission for _, pattern in PAGES}
    assert set(PERMISSIONS) - used == set()


def test_names_of_addresses_are_plain_words():
    odd = [
        full_name(address)
        for address in PAGES
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", address[1].name or "")
    ]
    assert odd == []
