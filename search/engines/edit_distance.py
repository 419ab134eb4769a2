"""How many edits separate two words."""


def edit_distance(first: str, second: str, most: int) -> int | None:
    """Return the optimal string alignment distance of two words, None where it exceeds `most`.

    An edit adds, removes or replaces a letter, or swaps two neighbours (Damerau, 1964).
    """
    if abs(len(first) - len(second)) > most:
        return None
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = letter != other
            best = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + cost)
            swapped = row > 1 and column > 1 and letter == second[column - 2]
            if swapped and first[row - 2] == other:
                best = min(best, before[column - 2] + 1)
            current.append(best)
        before, above = above, current
    return above[-1] if above[-1] <= most else None
