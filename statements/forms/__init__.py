"""What the statements' pages ask for."""
