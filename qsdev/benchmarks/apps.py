"""Registers the benchmarks."""

from django.apps import AppConfig


class BenchmarksConfig(AppConfig):
    name = "qsdev.benchmarks"
    label = "benchmarks"
    verbose_name = "Benchmarks"
