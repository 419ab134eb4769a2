"""Lists to follow: Atom for what is published, iCalendar for what takes place."""
