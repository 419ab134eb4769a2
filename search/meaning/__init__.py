"""What the words of a visitor mean: clauses, synonyms, near spellings, relaxed questions."""
