"""The lists of the admin, one for each type of page: columns, filters, search, spreadsheet."""
