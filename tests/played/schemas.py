# SPDX-License-Identifier: EUPL-1.2
"""The schemas of data/protocols, and what does not fit them, in words."""
import json
import pathlib

import jsonschema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def load(folder):
    """All schemas of a folder, by the first word of their $id."""
    found = {}
    for path in sorted(pathlib.Path(folder).glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        if schema["$id"] != path.name or schema["$schema"] != DIALECT:
            raise ValueError(f"{path.name} calls itself {schema['$id']}")
        found[path.name.removesuffix(".schema.json")] = schema
    return found


def placed(value, name):
    """A part of the schema `name` with its references as they are in one
    document that holds all schemas: each version of the library finds them."""
    if isinstance(value, list):
        return [placed(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    part = {key: placed(one, name) for key, one in value.items()}
    if isinstance(value.get("$ref"), str):
        file, _, place = value["$ref"].partition("#")
        part["$ref"] = f"#/$defs/{file.removesuffix('.schema.json') or name}{place}"
    return part


def together(schemas):
    parts = {}
    for name, schema in schemas.items():
        part = {key: value for key, value in schema.items()
                if key not in ("$id", "$schema")}
        parts[name] = placed(part, name)
    return {"$schema": DIALECT, "$defs": parts}


class Schemas:
    def __init__(self, folder):
        self.found = load(folder)
        self.all = together(self.found)

    def malformed(self):
        """What is wrong with the schemas themselves."""
        faults = []
        for name, schema in self.found.items():
            try:
                jsonschema.Draft202012Validator.check_schema(schema)
            except jsonschema.SchemaError as error:
                faults.append(f"{name}: {error.message}")
        return faults

    def faults(self, name, value):
        """Why `value` is not what the schema `name` ("file#/place") says."""
        file, _, place = name.partition("#")
        wanted = {**self.all, "$ref": f"#/$defs/{file}{place}"}
        validator = jsonschema.Draft202012Validator(wanted)
        return [describe(error) for error in validator.iter_errors(value)]


def describe(error):
    """The innermost reason, with its place, in one line."""
    inner = error
    while inner.context:
        inner = min(inner.context, key=lambda one: (
            one.validator == "const", -len(one.absolute_path)))
    place = "/".join(str(step) for step in inner.absolute_path)
    return f"{place or 'top'}: {inner.message[:200]}"
