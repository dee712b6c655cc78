"""Tables of comments: which column is what, whom and which place a row means, what is wrong."""
