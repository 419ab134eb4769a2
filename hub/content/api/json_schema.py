"""The parts of a JSON Schema (2020-12) that blocks describe themselves with."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
HTML: Schema = {"type": "string", "contentMediaType": "text/html"}
ADDRESS: Schema = {"type": "string", "format": "uri"}


def nullable(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, {"type": "null"}]}


def reference(name: str) -> Schema:
    """Return a reference to a shared definition: `reference("PageRef")`."""
    return {"$ref": f"#/$defs/{name}"}


def with_properties(schema: Schema, **properties: Schema) -> Schema:
    """Return the schema of an object with properties more, or in another form; all are given."""
    known = {**schema.get("properties", {}), **properties}
    return {**schema, "properties": known, "required": sorted(known)}


def several(items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def an_object(**properties: Schema) -> Schema:
    """Return the schema of an object with these properties, all of them given."""
    return with_properties({"type": "object"}, **properties)
