"""Pages of equality."""
