"""What waits for an editor of the domain."""
