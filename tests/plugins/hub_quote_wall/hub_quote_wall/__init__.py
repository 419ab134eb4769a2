"""A wall of quotations: the sample of a plugin."""
