"""The licence under which the content is given away."""

NAME = "Licence Ouverte 2.0"
ADDRESS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
