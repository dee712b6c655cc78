"""What is asked after consultation."""
