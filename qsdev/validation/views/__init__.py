"""Pages of what happens after consultation."""
