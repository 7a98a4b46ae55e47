#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes exports as releases of Open Forms made them: make_releases.py FOLDER."""
import copy
import json
import sys
import zipfile

# What the builder of 2022 put into every component.
BUILDER = {
    "id": "e4jv16", "input": True, "prefix": "", "suffix": "", "dbIndex": False,
    "widget": {"type": "input"}, "description": "", "disabled": False,
    "tooltip": "", "refreshOn": "", "redrawOn": "", "tabindex": "",
    "validateOn": "blur", "unique": False, "persistent": True, "errors": "",
    "protected": False, "tableView": True, "hideLabel": False, "overlay": {},
    "modalEdit": False, "autofocus": False, "attributes": {}, "properties": {},
    "customClass": "", "labelPosition": "top", "clearOnHide": True,
    "encrypted": False, "calculateValue": "", "isSensitiveData": False,
    "showInPDF": True, "showInEmail": False, "showInSummary": True,
    "defaultValue": None, "placeholder": "", "multiple": False,
    "hidden": False, "customConditional": "", "logic": [], "addons": [],
    "conditional": {"eq": "", "show": None, "when": None},
    "validate": {"custom": "", "unique": False, "required": False,
                 "plugins": [], "maxLength": "", "minLength": "",
                 "pattern": "", "multiple": False, "customPrivate": False},
    "prefill": {"plugin": None, "attribute": None},
    "registration": {"attribute": ""}, "translatedErrors": {},
}


def uuid(n):
    return f"0a3c5b1e-{n:04d}-4a4a-8b8b-{n:012d}"


def url(host, *path):
    return f"{host}/" + "/".join(path)


def old(kind, key, **more):
    component = copy.deepcopy(BUILDER)
    component["validate"].update(more.pop("validate", {}))
    component.update(type=kind, key=key, label=key.capitalize())
    component.update(more)
    return component


def new(kind, key, **more):
    return {"type": kind, "key": key, "label": key.capitalize(), **more}


def every_type():
    """Every type of Open Forms, the older the odder."""
    picker = {"minDate": "", "maxDate": None, "showWeeks": True, "minMode": "day"}
    grid = old("editgrid", "kinderen", groupLabel="Kind", addAnother="",
               saveRow="", removeRow="", defaultValue=[None], templates={},
               validate={"maxLength": "5"}, components=[
                   old("textfield", "voornaam"), old("number", "leeftijd"),
                   old("textfield", "school", conditional={
                       "show": True, "when": "kinderen.leeftijd", "eq": "4"}),
                   old("fieldset", "binnen", components=[
                       old("date", "geboren")])])
    return [
        old("textfield", "naam", validate={"required": True, "maxLength": "50"}),
        old("textfield", "namen", multiple=True, defaultValue=[None]),
        old("textarea", "vraag", rows="3", autoExpand=False),
        old("email", "mail", confirmationRecipient=True, kickbox={}),
        old("phoneNumber", "tel", validate={"plugins": ["phonenumber-nl"]}),
        old("postcode", "pc", inputMask="9999 AA"),
        {"type": "postcode", "key": "pc2", "label": "Postcode"},
        old("number", "aantal", decimalLimit=None, allowNegative="",
            validate={"min": "0", "max": "", "step": "any"}),
        old("currency", "bedrag", currency="EUR", decimalLimit="2",
            defaultValue=""),
        old("checkbox", "akkoord", value="", name="", validate={
            "required": True}),
        old("radio", "keus", values=[
            {"label": "Ja", "value": "ja", "shortcut": ""},
            {"label": "Nee", "value": "nee", "shortcut": ""},
            {"label": "", "value": "", "shortcut": ""}]),
        old("select", "lijst", dataSrc="values", widget="choicesjs",
            data={"values": [{"label": "A", "value": "a"}], "url": "",
                  "json": "", "custom": "", "resource": ""}),
        old("select", "lijsten", multiple=True, defaultValue=[""],
            data={"values": [{"label": "A", "value": 1}]}),
        old("selectboxes", "vakjes", defaultValue={"": False},
            validate={"maxSelectedCount": "2"},
            values=[{"label": "X", "value": "x"}, {"label": "Y", "value": "y"}]),
        old("date", "dag", format="dd-MM-yyyy", datePicker=picker),
        old("datetime", "moment", openForms={"minDate": {"mode": "future"}}),
        old("time", "tijd", minTime="09:00:00", maxTime="17:00:00"),
        old("file", "bijlage", defaultValue=[None], storage="url", webcam=False,
            filePattern="application/zip", file={"type": ["application/zip"]}),
        old("bsn", "bsn", inputMask="999999999"),
        old("iban", "rekening"),
        old("licenseplate", "kenteken"),
        old("addressNL", "adres"),
        old("content", "tekst", html="<p>Dag {{ naam }}</p>"),
        old("cosign", "mede"),
        old("customerProfile", "profiel", digitalAddressTypes=["email"]),
        old("fieldset", "vak", legend="Vak", components=[
            old("columns", "kolommen", columns=[
                {"size": "6", "sizeMobile": "", "width": 6, "offset": 0,
                 "components": [grid]},
                {"size": 6, "components": [
                    old("bsn", "een", conditional={
                        "show": "true", "when": "akkoord", "eq": "true"}),
                    old("bsn", "twee", conditional={
                        "show": True, "when": "aantal", "eq": "12"}),
                    old("bsn", "drie", conditional={
                        "show": True, "when": "keus", "eq": ""})]}])]),
        old("softRequiredErrors", "open", html="<p>Open:</p>"),
    ]


def not_here():
    return [old("map", "kaart"), old("signature", "hand", width="100%"),
            old("coSign", "co", authPlugin="digid"),
            old("npFamilyMembers", "gezin"), new("partners", "partners"),
            new("children", "kinderen2"), old("password", "geheim")]


def export(host, components, form=None, steps=1, **more):
    """One form of `steps` steps that share a definition of `components`."""
    base = {
        "uuid": uuid(1), "name": "Proef", "slug": "proef", "active": True,
        "url": url(host, "forms", uuid(1)), "login_required": False,
        "product": None, "is_deleted": False, "submission_allowed": "yes",
    }
    base.update(form or {})
    definition = {
        "url": url(host, "form-definitions", uuid(3)), "uuid": uuid(3),
        "name": "Stap", "slug": "stap", "login_required": False,
        "configuration": {"display": "form", "components": components},
        **more.pop("definition", {})}
    parts = {
        "forms": [base], "formDefinitions": [definition],
        "formSteps": [
            {"uuid": uuid(10 + i), "index": i, "slug": f"stap-{i + 1}",
             "form": base["url"], "form_definition": definition["url"],
             **more.get("step", {})} for i in range(steps)]}
    for name in ("formLogic", "formVariables", "_meta"):
        if name in more:
            parts[name] = more[name]
    return parts


def in_2022():
    """Before variables: rules with URLs of steps, actions of their own kind."""
    host = "http://testserver/api/v1"
    step = url(host, "forms", uuid(1), "steps", uuid(10))
    return export(host, every_type(), {
        "registration_backend": "email",
        "registration_backend_options": {"to_emails": ["geheim@example.nl"]},
        "authentication_backends": ["digid"], "payment_backend": "demo",
        "payment_backend_options": {"key": "geheim"}, "begin_text": "Beginnen",
        "explanation_template": "<p>Vraag hier.</p>", "can_submit": True,
        "confirmation_email_template": None}, formLogic=[
            {"uuid": uuid(20), "form": url(host, "forms", uuid(1)),
             "json_logic_trigger": {"==": [{"var": "akkoord"}, False]},
             "actions": [
                 {"component": "", "form_step": step,
                  "action": {"type": "disable-next"}},
                 {"component": "naam", "action": {
                     "type": "property", "state": {"required": True},
                     "property": {"value": "validate", "type": "json"}}},
                 {"component": "vraag", "action": {
                     "type": "value", "value": {"var": "naam"}}}]}])


def in_2023():
    """Translations in a table of the definition, and a step that is used twice."""
    components = [
        old("textfield", "naam", label="Uw naam"),
        old("radio", "soort", label="Soort", values=[
            {"label": "Post", "value": "post"}, {"label": "Weg", "value": "w"}]),
        old("content", "uitleg", html="<p>Post duurt langer.</p>",
            hidden=True),
        old("textfield", "weg", conditional={
            "show": True, "when": "soort", "eq": "w"})]
    return export("https://formulieren.gemeente.example:8443/of/api/v2",
                  components, {"translation_enabled": True}, steps=2,
                  definition={"is_reusable": True, "component_translations": {
                      "en": {"Uw naam": "Your name", "Post": "Mail",
                             "Iets anders": "Something else"}}},
                  formLogic=[{
                      "uuid": uuid(20), "order": 0, "is_advanced": False,
                      "json_logic_trigger": {"==": [{"var": "soort"}, "post"]},
                      "actions": [{
                          "component": "uitleg", "form_step_uuid": None,
                          "action": {"type": "property", "state": False,
                                     "property": {"value": "hidden",
                                                  "type": "bool"}}}]}],
                  formVariables=[],
                  _meta={"of_release": "2.2.0", "created": "2023-06-01T00:00"})


def in_2024():
    """What cannot be done on a kiosk, each with a reason."""
    return export("http://localhost/api/v2", [new("textfield", "naam")] +
                  not_here(), {"auth_backends": [{"backend": "digid"}]},
                  formLogic=[], formVariables=[])


def in_2025():
    """What only the server can do."""
    host = "http://testserver/api/v2"
    return export(host, [new("textfield", "naam"), new("number", "prijs")],
                  formLogic=[{
                      "uuid": uuid(20), "order": 0, "is_advanced": True,
                      "json_logic_trigger": {"!!": [{"var": "naam"}]},
                      "trigger_from_step": None, "form_steps": [],
                      "actions": [{"variable": "prijslijst", "component": "",
                                   "form_step_uuid": None, "action": {
                                       "type": "fetch-from-service",
                                       "value": ""}}]}],
                  formVariables=[{
                      "key": "prijslijst", "name": "Prijslijst",
                      "source": "user_defined", "data_type": "array",
                      "initial_value": [], "service_fetch_configuration": {
                          "name": "Prijzen", "headers": {"k": "geheim"}}}],
                  _meta={"of_release": "3.0.0", "created": "2025-01-01"})


def in_3():
    """The newest: texts in two languages all over."""
    host = "http://testserver/api/v2"
    errors = {"nl": {"required": "Vul in.", "pattern": "x"},
              "en": {"required": "Fill in.", "pattern": "x"}}
    name = new("textfield", "naam", openForms={"translations": {
        "nl": {"label": "Uw naam"}, "en": {"label": "Your name",
                                           "defaultValue": "x"}}},
               translatedErrors=errors, errors={"required": "Vul in."})
    choice = new("radio", "keus", openForms={"dataSrc": "manual"}, values=[
        {"value": "ja", "label": "Ja", "openForms": {"translations": {
            "en": {"label": "Yes"}}}}, {"value": "nee", "label": "Nee"}],
                 translatedErrors=errors)
    return export(host, [name, choice], {
        "translation_enabled": True, "type": "regular",
        "registration_backends": [{"backend": "x", "options": "geheim"}],
        "introduction_page_content": "<p>Intro</p>",
        "submission_confirmation_template": "<p>Bedankt {{ naam }}</p>",
        "help_dialog": {"content": "<p>Hulp</p>", "image": None},
        "submission_statements_configuration": [
            {"type": "checkbox", "key": "privacyPolicyAccepted",
             "label": "<p>Ja</p>", "validate": {"required": True}}],
        "translations": {"nl": {"name": "Proef"}, "en": {
            "name": "Test", "introduction_page_content": "<p>Hello</p>",
            "begin_text": "Start"}}},
                  step={"is_applicable": True, "translations": {
                      "en": {"next_text": "On"}}},
                  formLogic=[], formVariables=[],
                  _meta={"of_release": "3.4.0", "created": "2026-02-01"})


def write(path, parts, extra=(), start=""):
    with zipfile.ZipFile(path, "w") as out:
        for name, part in parts.items():
            out.writestr(f"{name}.json", start + json.dumps(part))
        for name, data in extra:
            out.writestr(name, data)


def main(folder):
    write(f"{folder}/2022.zip", in_2022(), start="\ufeff")
    write(f"{folder}/2023.zip", in_2023())
    write(f"{folder}/2024.zip", in_2024())
    write(f"{folder}/2025.zip", in_2025())
    write(f"{folder}/3.zip", in_3(), [("mapTileLayers.json", "[]"),
                                      ("thema/één.json", "{}")])
    empty = export("http://testserver/api/v2", [], steps=0)
    write(f"{folder}/empty.zip", empty)


main(sys.argv[1])
