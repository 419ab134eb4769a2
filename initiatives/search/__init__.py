"""What visitors search of the domain: its page types, and the ways to narrow an answer."""
