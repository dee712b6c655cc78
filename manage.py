#!/usr/bin/env python
"""Runs the project's commands: `python manage.py demo` brings up the whole application."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qsdev.settings")
    execute_from_command_line(sys.argv)
