"""Pages of the committee: interests, reading, rating, results, meetings, decisions."""
