"""The page of results: the form, what it shows, and what helps where nothing is found."""
