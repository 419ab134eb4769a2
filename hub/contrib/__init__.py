"""Plugins that come with the hub, through the door that is open to all."""
