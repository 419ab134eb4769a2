"""The windows in which an editor chooses, with enough to choose well."""
