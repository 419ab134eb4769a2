"""The door for those who have no account: signal an initiative, an error, ask for a withdrawal."""
