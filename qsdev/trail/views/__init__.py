"""Pages of trail."""
