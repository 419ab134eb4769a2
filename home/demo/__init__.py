"""The demo content: loaded once, never imposed, and taken away without a trace."""
