"""What breaks a reader when the schema of what it reads changes: docs/api.md has the promise.

New blocks, new properties and new codes break nothing: a reader passes over what it does not know.
"""

NULL = {"type": "null"}
SAME = ("$ref", "const", "format", "contentMediaType", "pattern")


def breaks(old, new, path="#"):
    """Return what a reader of the old schema may meet and does not expect."""
    found = [f"{path} {key}" for key in SAME if key in old and old[key] != new.get(key)]
    if types_of(old) and not types_of(new) <= types_of(old):
        found.append(f"{path} is no longer {sorted(types_of(old))}")
    given = new.get("properties", {})
    for name, one in old.get("properties", {}).items():
        found += property_breaks(one, given.get(name), f"{path}.{name}")
    lost = {*old.get("required", ())} & {*given} - {*new.get("required", ())}
    found += [f"{path}.{name} may be absent" for name in sorted(lost)]
    if "items" in old:
        found += breaks(old["items"], new.get("items", {}), f"{path}[]")
    for kind in ("oneOf", "anyOf", "allOf"):
        found += branch_breaks(old.get(kind, []), new.get(kind, []), f"{path} {kind}")
    for name, one in old.get("$defs", {}).items():
        found += property_breaks(one, new.get("$defs", {}).get(name), f"{path}/{name}")
    return found


def property_breaks(old, new, path):
    """Return what breaks in a named part, which may have gone."""
    return [f"{path} is gone"] if new is None else breaks(old, new, path)


def branch_breaks(old, new, path):
    """Return what breaks in a choice: a new block is passed over, anything else is met."""
    if not old:
        return []
    met = [one for one in new if one not in old and "block." not in one.get("$ref", "")]
    return [f"{path} may be {one}" for one in met if not is_coded(one)]


def is_coded(schema):
    """Tell whether it is a list of codes, which may grow."""
    parts = (schema, *schema.get("allOf", ()))
    return any("enum" in one.get("properties", {}).get("code", {}) for one in parts)


def types_of(schema):
    """Return the types of a schema, none where it does not say."""
    said = schema.get("type", [])
    return {said} if isinstance(said, str) else set(said)
