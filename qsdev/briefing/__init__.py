"""Briefing papers: built from rows, checked, issued and frozen."""
