"""What staff make of what visitors ask: synonyms, promoted results, and the words asked for."""
