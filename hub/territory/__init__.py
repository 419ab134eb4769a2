"""The territory: communes, EPCI and départements of Bourgogne-Franche-Comté, and their points."""
