"""The steps of the trail, each read for many statements or areas at once.

Every function takes all that it is asked about and returns the links by key, in a number of queries
that does not grow with them.
"""
