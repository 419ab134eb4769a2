"""What an editor does at once to several pages of a list."""
