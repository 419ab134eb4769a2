"""From an address to a point: the national geocoder where it is set, else the gazetteer."""
