"""The results of a search as tables: CSV, a workbook, and the description of their columns."""
