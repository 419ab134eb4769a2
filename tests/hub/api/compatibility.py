"""What breaks who reads an API: compares two descriptions of it."""

from collections.abc import Iterator

Place = tuple[str, ...]


def breaks(before: dict, after: dict) -> list[str]:
    """Return what a reader of the first description cannot do with the second one.

    Something that goes, changes its type, may now be absent or must now be given. What is added
    breaks nobody.
    """
    return list(_paths(before, after))


def _paths(before: dict, after: dict) -> Iterator[str]:
    for path, operations in before["paths"].items():
        for method, one in operations.items():
            other = after["paths"].get(path, {}).get(method)
            place = f"{method.upper()} {path}"
            if other is None:
                yield f"{place} is gone"
            else:
                yield from _parameters(place, one, other)
                yield from _responses(place, one, other, before, after)


def _parameters(place: str, before: dict, after: dict) -> Iterator[str]:
    now = {one["name"]: one for one in after.get("parameters", ())}
    known = {one["name"] for one in before.get("parameters", ())}
    for one in before.get("parameters", ()):
        name = one["name"]
        if name not in now:
            yield f"{place}: the parameter {name} is gone"
        elif now[name].get("required") and not one.get("required"):
            yield f"{place}: the parameter {name} must now be given"
        elif _kind(one["schema"]) != _kind(now[name]["schema"]):
            yield f"{place}: the parameter {name} has another type"
    for name, one in now.items():
        if name not in known and one.get("required"):
            yield f"{place}: the new parameter {name} must be given"


def _responses(place: str, one: dict, other: dict, before: dict, after: dict) -> Iterator[str]:
    for status, response in one["responses"].items():
        if status not in other["responses"]:
            yield f"{place}: the answer {status} is gone"
            continue
        now = other["responses"][status].get("content", {})
        for media_type, content in response.get("content", {}).items():
            if media_type not in now:
                yield f"{place}: {media_type} is gone from {status}"
            else:
                schemas = content["schema"], now[media_type]["schema"]
                yield from _schema(f"{place} {status}", *schemas, (before, after), set())


def _schema(place: str, one: dict, other: dict, roots: tuple, seen: set) -> Iterator[str]:
    pair = one.get("$ref"), other.get("$ref")
    if all(pair) and pair in seen:
        return
    seen.add(pair)
    one, other = _resolved(one, roots[0]), _resolved(other, roots[1])
    if _kind(one) != _kind(other):
        yield f"{place} has another type"
        return
    yield from _choices(place, one, other, roots, seen)
    if "items" in one:
        yield from _schema(f"{place}[]", one["items"], other["items"], roots, seen)
    now, needed = other.get("properties", {}), set(other.get("required", ()))
    for name, schema in one.get("properties", {}).items():
        if name not in now:
            yield f"{place}.{name} is gone"
        else:
            if name in one.get("required", ()) and name not in needed:
                yield f"{place}.{name} may now be absent"
            yield from _schema(f"{place}.{name}", schema, now[name], roots, seen)


def _choices(place: str, one: dict, other: dict, roots: tuple, seen: set) -> Iterator[str]:
    """Compare `anyOf`: by the name of each schema, or else by its type."""
    now = {_name(schema): schema for schema in other.get("anyOf", ())}
    for schema in one.get("anyOf", ()):
        name = _name(schema)
        if name not in now:
            yield f"{place} is no more {name}"
        else:
            yield from _schema(f"{place}<{name}>", schema, now[name], roots, seen)


def _resolved(schema: dict, root: dict) -> dict:
    name = schema.get("$ref", "").rpartition("/")[2]
    return {**root["components"]["schemas"][name], **schema} if name else schema


def _name(schema: dict) -> str:
    return schema.get("$ref", "").rpartition("/")[2] or str(schema.get("type"))


def _kind(schema: dict) -> tuple:
    return schema.get("type"), schema.get("format"), "anyOf" in schema
