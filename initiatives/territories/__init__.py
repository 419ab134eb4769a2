"""The pages of départements and intercommunalités: what the site knows of each."""
