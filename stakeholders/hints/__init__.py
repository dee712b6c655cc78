"""Hints of the machine: which area a suggestion is near, which suggestions say the same, and why.

Plain Python that knows no database, but for `material`, which reads the rows. `ranking` computes
and needs scikit-learn, which is large: only the child process that `asking` starts imports it
(`python -m stakeholders.hints`), never the web server or a long-lived worker.
"""
