"""The map of the initiatives: a page, its points, and the results as GeoJSON."""
