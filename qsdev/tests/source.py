"""Reads the project's own source, for the tests that hold its architecture."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: The order of the process, which is the order of imports. Packages of one tuple are independent.
ORDER = [
    ("qsdev.errors",),
    ("qsdev.documents", "qsdev.tables", "qsdev.forms", "qsdev.htmx", "qsdev.templatetags"),
    ("qsdev.audit",),
    ("qsdev.accounts",),
    ("qsdev.jobs",),
    ("qsdev.topics",),
    ("qsdev.builds",),
    ("stakeholders", "recommendations"),
    ("qsdev.briefing",),
    ("qsdev.committee",),
    ("statements",),
    ("qsdev.consultation",),
    ("qsdev.equality", "qsdev.validation"),
    ("qsdev.publication",),
    ("qsdev.trail",),
    ("qsdev.home",),
    ("qsdev.demonstration",),
    ("qsdev.benchmarks",),
]
PACKAGES = [package for tier in ORDER for package in tier]


@dataclass(frozen=True)
class Module:
    """A module of the project: its dotted name, its path and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self):
        """The package of ORDER that the module belongs to, or None for settings and the like."""
        return package_of(self.name)

    @property
    def parts(self):
        return self.name.split(".")

    @property
    def is_test(self):
        return "tests" in self.parts

    @property
    def is_migration(self):
        return "migrations" in self.parts

    def imports(self):
        """The dotted names that the module imports, wherever in it the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self.absolute(node)
                yield node, base
                yield from ((node, f"{base}.{alias.name}") for alias in node.names)

    def absolute(self, node):
        """The module that a `from … import` names, with leading dots worked out."""
        if not node.level:
            return node.module
        is_package = self.path.name == "__init__.py"
        climb = node.level - 1 if is_package else node.level
        kept = self.parts[: len(self.parts) - climb]
        return ".".join([*kept, *([node.module] if node.module else [])])


def package_of(dotted):
    """The package of ORDER in which a dotted name lies, or None."""
    return next((p for p in PACKAGES if dotted == p or dotted.startswith(f"{p}.")), None)


@cache
def modules():
    """Every Python module of the project, tests and migrations included."""
    found = []
    for top in ("qsdev", "stakeholders", "recommendations", "statements"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return found


def production_modules():
    """The modules that run in production: no tests, no migrations."""
    return [module for module in modules() if not (module.is_test or module.is_migration)]
