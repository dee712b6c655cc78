"""Long work, done by workers: the Job row is the truth, Celery only wakes a worker."""
