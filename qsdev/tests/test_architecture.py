"""The rules of the house that a machine can hold: order of imports, who writes, how long."""

import ast
import subprocess

import pytest
from django.conf import settings

from qsdev.tests.source import ORDER, ROOT, modules, package_of, production_modules

TOP_LEVEL = {
    "README.md",
    "manage.py",
    "pytest.ini",
    "qsdev",
    "recommendations",
    "requirements.txt",
    "stakeholders",
    "statements",
    "static",
    "templates",
}
PLAIN_PYTHON = ("qsdev.documents", "qsdev.tables")
#: Within an app, each kind of file imports only those before it.
LAYERS = ["models", "imports", "builder", "checks", "actions", "forms", "tasks", "views", "urls"]
WRITES = {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "_raw_delete"}
#: Methods that write when called on rows, but have other meanings on sets and dictionaries.
WRITES_ON_ROWS = {"create", "update", "delete", "add", "remove", "set", "clear"}
ROWS = {"objects", "filter", "exclude", "all", "select_for_update"}
UNWANTED = {"utils", "helpers", "common", "core", "services", "selectors", "presenters", "signals"}
TIERS = {package: tier for tier, packages in enumerate(ORDER) for package in packages}


def test_only_the_fixed_names_stand_at_the_top():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def breaks_of_order(module):
    """Imports of `module` from a package that comes after its own, or beside it."""
    own = module.package
    if own is None:
        return
    for node, name in module.imports():
        other = package_of(name)
        if other and other != own and TIERS[other] >= TIERS[own]:
            yield f"{module.path.relative_to(ROOT)}:{node.lineno} imports {name}"


def test_packages_import_only_from_packages_before_them():
    assert [line for module in production_modules() for line in breaks_of_order(module)] == []


def test_installed_apps_stand_in_the_order_of_imports():
    ours = [app for app in settings.INSTALLED_APPS if package_of(app)]
    assert ours == sorted(ours, key=lambda app: TIERS[package_of(app)])


@pytest.mark.parametrize("package", PLAIN_PYTHON)
def test_plain_packages_know_neither_django_nor_us(package):
    foreign = [
        f"{module.name} imports {name}"
        for module in production_modules()
        if module.package == package
        for _, name in module.imports()
        if name.split(".")[0] == "django" or package_of(name) not in (None, package)
    ]
    assert foreign == []


def layer_of(name):
    """The layer of a dotted module name: its first part that names one."""
    return next((part for part in name.split(".") if part in LAYERS), None)


def breaks_of_layers(module):
    own_layer = layer_of(module.name)
    for node, name in module.imports():
        layer = layer_of(name)
        same_app = own_layer and layer and package_of(name) == module.package
        if same_app and LAYERS.index(layer) > LAYERS.index(own_layer):
            yield f"{module.path.relative_to(ROOT)}:{node.lineno} imports {name}"


def test_layers_of_an_app_import_only_those_above_them():
    assert [line for module in production_modules() for line in breaks_of_layers(module)] == []


def test_no_import_stands_inside_a_function():
    inside = [
        f"{module.path.relative_to(ROOT)}:{inner.lineno}"
        for module in production_modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def chain_of(call):
    """The names of a chain of attributes and calls: `a.objects.filter(…).update(…)`."""
    names, node = [], call.func
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        else:
            node = node.func
    if isinstance(node, ast.Name):
        names.append(node.id)
    return names[::-1]


def is_write(call):
    """Whether a call writes to the database, as far as its words tell."""
    if not isinstance(call.func, ast.Attribute):
        return False
    *before, method = chain_of(call)
    if method in WRITES:
        return True
    on_rows = bool(ROWS & set(before))
    return method in WRITES_ON_ROWS and (on_rows or method in {"create", "delete"})


def may_write(module):
    """Actions may; benchmarks save the files of the programs that they compare ours with."""
    return "actions" in module.parts or module.package == "qsdev.benchmarks"


def test_only_actions_write():
    writes = [
        f"{module.path.relative_to(ROOT)}:{node.lineno} {'.'.join(chain_of(node))}"
        for module in production_modules()
        if module.package and module.package not in PLAIN_PYTHON and not may_write(module)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and is_write(node)
    ]
    assert writes == []


def public_actions():
    """The functions of the actions that other modules call: (module, function) pairs."""
    for module in production_modules():
        if "actions" in module.parts and module.path.name != "__init__.py":
            for node in module.tree.body:
                if isinstance(node, ast.FunctionDef) and any(
                    arg.arg == "by" for arg in node.args.kwonlyargs
                ):
                    yield module, node


def test_actions_take_keywords_alone():
    loose = [f"{module.name}.{node.name}" for module, node in public_actions() if node.args.args]
    # record("triaged", suggestion, by=user) reads as a sentence.
    assert loose == ["qsdev.audit.actions.record"]


def test_there_are_actions_to_look_at():
    assert len(list(public_actions())) > 30


def test_modules_say_what_they_are_for():
    silent = [
        module.name
        for module in modules()
        if not module.is_migration
        and module.path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(module.tree)
    ]
    assert silent == []


def test_functions_and_files_are_small():
    long_files = [
        str(module.path.relative_to(ROOT))
        for module in production_modules()
        if len(module.path.read_text(encoding="utf-8").splitlines()) > 300
    ]
    long_functions = [
        f"{module.path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for module in production_modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]
    assert (long_files, long_functions) == ([], [])


def test_no_module_is_called_by_a_word_that_says_nothing():
    assert [m.name for m in production_modules() if UNWANTED & set(m.parts)] == []
