"""The vocabularies as SKOS: for libraries, for other sites, for whoever links to our terms."""
