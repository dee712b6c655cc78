"""Tests of the equality impact assessment."""
