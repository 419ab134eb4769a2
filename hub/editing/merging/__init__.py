"""Two objects that are one: everything that names the first names the second afterwards."""
