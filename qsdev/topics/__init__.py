"""Topics: the spine on which every later stage of the process hangs."""
