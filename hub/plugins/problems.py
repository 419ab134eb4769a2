"""What is wrong with a plugin, said in one numbered sentence."""

from dataclasses import dataclass

DUPLICATE = "hub.E101"
INCOMPATIBLE = "hub.E102"
MISSING_SETTING = "hub.E103"
NEEDS_MIGRATION = "hub.E104"
ABSENT_BLOCKS = "hub.W105"
UNKNOWN = "hub.E106"
BAD_HOOK = "hub.E107"
RAISES = "hub.E108"
FOREIGN_NAME = "hub.E109"
BAD_ROOT = "hub.E110"
HIDDEN_PAGE = "hub.W111"

# The tag of the check that reads all stored content.
STORED_CONTENT = "stored_content"


@dataclass(frozen=True)
class Problem:
    """A number, what was found, what to do."""

    number: str
    sentence: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.number}: {self.sentence}" + (f" {self.hint}" if self.hint else "")
