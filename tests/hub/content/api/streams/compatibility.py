"""What breaks a reader when the schema of what it reads changes: docs/api.md has the promise.

New blocks, new properties and new codes break nothing: a reader passes over what it does not know.
"""

NULL = {"type": "null"}
SAME = ("const", "format", "contentMediaType", "pattern")


def breaks(old, new, path="#", roots=None):
    """Return what a reader of the old schema may meet and does not expect.

    `roots` are the two whole schemas, where references are looked up.
    """
    roots = roots or (old, new)
    if "$ref" in old:
        return reference_breaks(old, new, path, roots)
    found = [f"{path} {key}" for key in SAME if key in old and old[key] != new.get(key)]
    if types_of(old) and not types_of(new) <= types_of(old):
        found.append(f"{path} is no longer {sorted(types_of(old))}")
    given = new.get("properties", {})
    for name, one in old.get("properties", {}).items():
        found += property_breaks(one, given.get(name), f"{path}.{name}", roots)
    lost = {*old.get("required", ())} & {*given} - {*new.get("required", ())}
    found += [f"{path}.{name} may be absent" for name in sorted(lost)]
    if "items" in old:
        found += breaks(old["items"], new.get("items", {}), f"{path}[]", roots)
    for kind in ("oneOf", "anyOf", "allOf"):
        found += branch_breaks(old.get(kind, []), new.get(kind, []), f"{path} {kind}")
    for name, one in old.get("$defs", {}).items():
        found += property_breaks(one, new.get("$defs", {}).get(name), f"{path}/{name}", roots)
    return found


def reference_breaks(old, new, path, roots):
    """Return what breaks where another definition is given: nothing, if it gives all of the old."""
    if old["$ref"] == new.get("$ref"):
        return []
    if "$ref" not in new:
        return [f"{path} $ref"]
    return breaks(defined(old, roots[0]), defined(new, roots[1]), path, roots)


def defined(schema, root):
    """Return the definition that a reference leads to."""
    for part in schema["$ref"].removeprefix("#/").split("/"):
        root = root[part]
    return root


def property_breaks(old, new, path, roots):
    """Return what breaks in a named part, which may have gone."""
    return [f"{path} is gone"] if new is None else breaks(old, new, path, roots)


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
