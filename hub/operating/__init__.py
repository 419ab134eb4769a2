"""What an operator does with a running site: backup, restoration, move, health, processes."""
