"""Initiatives in and out as the rows of a table: one closed table of columns serves both ways."""
