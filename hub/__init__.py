"""The Rally'nov hub: configuration of the project and the kit that every page is made of."""
