"""Measurements against other ways of doing the same, run by `manage.py benchmark`."""
