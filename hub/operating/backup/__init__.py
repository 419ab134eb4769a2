"""A backup: the database, the files and the settings of a site at one moment."""
