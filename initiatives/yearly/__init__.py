"""« Bilan d’une année » : what the programme did in a year, and how each figure is counted."""
