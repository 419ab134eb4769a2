"""What the template of each page reads: everything about it, in a constant number of queries."""
