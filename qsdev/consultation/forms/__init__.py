"""What is asked in a consultation."""
