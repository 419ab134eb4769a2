"""What `/sante/` says: whether the site can serve, and what does not work."""
