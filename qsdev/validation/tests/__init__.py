"""Tests of what happens after consultation."""
