"""Tests of the consultation."""
