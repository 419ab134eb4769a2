"""Blocks of the content kit: one idea per file, compositions apart (`body.py`)."""
