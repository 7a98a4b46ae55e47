#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes exports of Open Forms, whole and hostile: make_export.py FOLDER."""
import json
import struct
import sys
import warnings
import zipfile

FORM = "0a3c5b1e-1111-4a4a-8b8b-000000000001"
STEP = "0a3c5b1e-2222-4a4a-8b8b-000000000002"
LAST = "0a3c5b1e-2222-4a4a-8b8b-000000000003"
DEFINITION = "0a3c5b1e-3333-4a4a-8b8b-000000000004"
OTHER = "0a3c5b1e-3333-4a4a-8b8b-000000000005"
HOST = "http://testserver/api/v2"


def text(key, label, english, **more):
    return {"type": "textfield", "key": key, "label": label, "id": "e" + key,
            "input": True, "dbIndex": False, "tooltip": "", "defaultValue": None,
            "openForms": {"translations": {"nl": {"label": label},
                                           "en": {"label": english}}},
            "validate": {"required": True, "maxLength": "", "custom": ""},
            **more}


def parts():
    form = {
        "uuid": FORM, "name": "Fietsenstalling", "internal_name": "x",
        "slug": "fietsenstalling", "url": f"{HOST}/forms/{FORM}",
        "active": True, "login_required": False, "translation_enabled": True,
        "translations": {"nl": {"name": "Fietsenstalling"},
                         "en": {"name": "Bicycle shed"}},
        "explanation_template": "<p>Vraag een plek voor uw fiets.</p>",
        "registration_backends": [{"key": "mail", "options": {"to": "geheim@x"}}],
        "payment_backend": "", "submission_allowed": "yes",
        "ask_privacy_consent": "required", "ask_statement_of_truth": "disabled",
    }
    definitions = [
        {"url": f"{HOST}/form-definitions/{DEFINITION}", "uuid": DEFINITION,
         "name": "Uw fiets", "slug": "uw-fiets",
         "configuration": {"display": "form", "components": [
             text("merk", "Wat is het merk?", "Which make?"),
             {"type": "radio", "key": "soort", "label": "Welke soort?",
              "values": [{"value": "gewoon", "label": "Gewoon"},
                         {"value": "bakfiets", "label": "Bakfiets"},
                         {"value": "", "label": ""}]},
             {"type": "number", "key": "breedte", "label": "Hoe breed?",
              "conditional": {"show": "true", "when": "soort",
                              "eq": "bakfiets"}}]},
         "translations": {"en": {"name": "Your bicycle"}}},
        {"url": f"{HOST}/form-definitions/{OTHER}", "uuid": OTHER,
         "name": "Wanneer", "slug": "wanneer",
         "configuration": {"components": [
             {"type": "time", "key": "tijd", "label": "Hoe laat?",
              "minTime": "08:00", "maxTime": "20:00"}]}},
    ]
    steps = [
        {"uuid": LAST, "index": 1, "slug": "wanneer",
         "form_definition": f"http://elders/api/v2/form-definitions/{OTHER}"},
        {"uuid": STEP, "index": 0, "slug": "uw-fiets",
         "form_definition": f"{HOST}/form-definitions/{DEFINITION}"},
    ]
    return {"forms": [form], "formSteps": steps,
            "formDefinitions": definitions, "formLogic": [],
            "formVariables": [],
            "_meta": {"of_release": "3.3.0",
                      "created": "2025-09-12T15:26:54+00:00"}}


def write(path, files, method=zipfile.ZIP_DEFLATED):
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as out:
        warnings.simplefilter("ignore")
        for name, data in files:
            out.writestr(name, data)


def as_files(export):
    return [(f"{name}.json", json.dumps(part)) for name, part in export.items()]


def patched(source, target, change):
    data = bytearray(open(source, "rb").read())
    change(data)
    open(target, "wb").write(data)


def lock(data):
    """Sets the bit that says a password is needed, in all headers."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)


def spoil(data):
    """Changes what is packed, so that the checksum no longer holds."""
    at = data.find(b"Fietsenstalling")
    data[at:at + 4] = b"XXXX"


def lie(data):
    """Says that the first file is smaller than it is."""
    at = data.find(b"PK\x01\x02")
    (size,) = struct.unpack_from("<I", data, at + 24)
    struct.pack_into("<I", data, at + 24, size - 10)
    struct.pack_into("<I", data, data.find(b"PK\x03\x04") + 22, size - 10)


def main(folder):
    export = parts()
    files = as_files(export)
    whole = f"{folder}/whole.zip"
    stored = f"{folder}/stored.zip"
    write(whole, files)
    write(stored, files, zipfile.ZIP_STORED)
    write(f"{folder}/old.zip", [file for file in files if file[0] not in
                                ("_meta.json", "formVariables.json")])
    write(f"{folder}/extra.zip", files + [("__MACOSX/._x", "x")])
    write(f"{folder}/bomb.zip", files + [("x.json", b"0" * 12_000_000)])
    write(f"{folder}/large.zip", files + [("x.json", b"0" * 20_000_000)])
    write(f"{folder}/many.zip",
          files + [(f"{i}.json", "[]") for i in range(100)])
    write(f"{folder}/up.zip", files + [("../../up.json", "[]")])
    write(f"{folder}/root.zip", files + [("/etc/x", "[]")])
    write(f"{folder}/slash.zip", files + [("a\\..\\x", "[]")])
    write(f"{folder}/twice.zip", files + [files[0]])
    write(f"{folder}/none.zip", files[1:])
    write(f"{folder}/nojson.zip", [("forms.json", "{")] + files[1:])
    write(f"{folder}/noarray.zip", [("forms.json", "{}")] + files[1:])
    write(f"{folder}/deep.zip",
          [("forms.json", "[" * 300 + "]" * 300)] + files[1:])
    link = zipfile.ZipInfo("x.json")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    write(f"{folder}/link.zip", files + [(link, "/etc/passwd")])
    patched(whole, f"{folder}/locked.zip", lock)
    patched(stored, f"{folder}/spoiled.zip", spoil)
    patched(stored, f"{folder}/lie.zip", lie)
    data = open(whole, "rb").read()
    open(f"{folder}/cut.zip", "wb").write(data[:len(data) // 2])
    open(f"{folder}/text.zip", "w").write("dit is geen zip\n")
    open(f"{folder}/empty.zip", "w").close()


main(sys.argv[1])
