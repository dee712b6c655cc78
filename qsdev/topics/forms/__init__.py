"""What is asked on the topics' pages."""
