"""Builds the appendix that prints the trail of every statement."""

from qsdev.trail.builder.appendix import APPENDIX, appendix, build_appendix

__all__ = ["APPENDIX", "appendix", "build_appendix"]
