"""What the child process may use of the machine: time, memory, and nothing written."""

import resource


def set_allowance(limits):
    """Bind this process to the limits of a reading; nothing can lift them but `allow_more_time`."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds_large))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_more_time(limits):
    """Give a file of many rows the longer time; harmless when it was given before."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft == limits.cpu_seconds and hard >= limits.cpu_seconds_large:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds_large, hard))
