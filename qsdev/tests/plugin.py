"""Loads the shared fixtures once Django is set up; pytest.ini names this module."""

FIXTURES = (
    "qsdev.tests.fixtures",
    "qsdev.tests.fixtures_demonstration",
    "qsdev.tests.fixtures_browser",
)


def pytest_configure(config):
    """Every module of fixtures that all tests may use."""
    for module in FIXTURES:
        config.pluginmanager.import_plugin(module)
