"""What the committee's pages ask for."""
