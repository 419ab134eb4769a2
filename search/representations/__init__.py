"""The results of a search in other forms, at the address of their list with a suffix."""
