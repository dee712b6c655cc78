"""The pages over several stages are tried with the paper's own fixtures."""

from qsdev.briefing.tests.conftest import asked, build_quickly, built, issued, media, run_build

__all__ = ["asked", "build_quickly", "built", "issued", "media", "run_build"]
