"""The editor's dashboard: what there is to do now, on the home of the admin."""
