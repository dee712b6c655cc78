"""The demonstration topic, Children's attachment, built through the actions that people use."""
