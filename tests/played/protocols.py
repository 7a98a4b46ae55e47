# SPDX-License-Identifier: EUPL-1.2
"""Holds the programs to data/protocols: a visit with somebody between screen,
link and voice, then every question to link and every order to the voice, then
the documents. TAP."""
import base64
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

from schemas import Schemas
from stage import (Actor, Between, Kiosk, Lines, read_lines, wait_until)

SOURCE, BUILD = os.environ["srcdir"], os.environ["builddir"]
schemas = Schemas(f"{SOURCE}/data/protocols")


class Tap:
    count = 0

    def say(self, fine, claim, notes=()):
        self.count += 1
        for note in notes[:12]:
            print(f"# {note}")
        print(f"{'ok' if fine else 'not ok'} {self.count} - {claim}",
              flush=True)

    def fit(self, claim, name, values, least=1):
        """That all are of the schema, and that there are enough of them."""
        notes = []
        for value in values:
            text = json.dumps(value, ensure_ascii=False)[:200]
            notes += [f"{fault}  in {text}"
                      for fault in schemas.faults(name, value)]
        if len(values) < least:
            notes.append(f"only {len(values)} of them")
        self.say(not notes, claim, notes)


tap = Tap()


def get(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return json.load(answer)


class City:
    """central, link and voice in a fresh folder."""

    def __init__(self, folder):
        self.folder, self.url = folder, ""
        self.start_central()
        self.link = Actor(folder, "link", [
            f"{BUILD}/opendeur-link", "--central", self.url, "--state", folder,
            "--listen", f"{folder}/link.socket"])
        self.voice = Actor(folder, "voice", [
            f"{BUILD}/opendeur-voice", "--output", "null",
            "--listen", f"{folder}/voice.socket"])
        for name in ("link", "voice"):
            wait_until(lambda: os.path.exists(f"{folder}/{name}.socket"), name)
        self.to_link = Between(f"{folder}/a.socket", f"{folder}/link.socket")
        self.to_voice = Between(f"{folder}/b.socket", f"{folder}/voice.socket")

    def start_central(self):
        where = self.url.removeprefix("http://") or "127.0.0.1:0"
        self.central = Actor(self.folder, "central", [
            f"{BUILD}/opendeur-central", "--demo", "--listen", where,
            "--storage", f"sqlite:{self.folder}/central.db",
            "--state", self.folder, "--forms", f"{BUILD}/forms"])
        self.url = self.central.first_line().removeprefix("listening on ")

    def open_kiosk(self):
        with open(f"{self.folder}/kiosk.conf", "w", encoding="utf-8") as file:
            file.write(
                f"testing = yes\nroot_key = {self.folder}/root.pub\n"
                f"locale_folder = {BUILD}/locale\nguard_ms = 0\n"
                f"keymap = {SOURCE}/data/keymaps/keyboard.conf\n"
                "place = Centrale bibliotheek\ndesk = bij de ingang\n"
                "staff_pin = 2512\n")
        return Kiosk([
            f"{BUILD}/opendeur", "-c", f"{self.folder}/kiosk.conf",
            "--link", f"{self.folder}/a.socket",
            "--voice", f"{self.folder}/b.socket", "--renderer", "plain",
            "--screens", f"{self.folder}/screens",
            "--utterances", f"{self.folder}/utterances"],
            f"{self.folder}/screens", f"{self.folder}/screen.log")

    def end(self):
        for actor in (self.voice, self.link, self.central):
            actor.end()


def play_to_question(kiosk):
    kiosk.at("attract")
    kiosk.press("\r")
    kiosk.at("language")
    kiosk.choose("language:nl")
    kiosk.press("\r")
    kiosk.at("readable")
    kiosk.choose("yes")
    kiosk.choose("yes")
    kiosk.at("home")
    kiosk.choose("category:#4")
    kiosk.at("category")
    kiosk.choose("service:terugbelverzoek")
    kiosk.at("service")
    kiosk.choose("start")
    kiosk.at("question")


def play_form(kiosk):
    kiosk.choose("next")  # nothing is chosen: an error
    kiosk.choose("option:wonen")
    kiosk.press("\r")
    kiosk.type("Jan de Boer")
    kiosk.type("070 353 30 00")
    kiosk.press("\x1bOQ")  # F2: another language, and back in the question
    kiosk.choose("language:ar")
    kiosk.at("question")
    kiosk.choose("option:maandag")
    kiosk.choose("next")
    kiosk.choose("option:ochtend")
    kiosk.choose("option:nl")
    kiosk.at("check")
    kiosk.choose("next")
    kiosk.choose("agree:privacyPolicyAccepted")
    kiosk.choose("next")
    kiosk.at("send")


def play_help(kiosk):
    kiosk.press("\x1b[19~")  # F8: people
    kiosk.at("people")
    kiosk.press("\r")
    kiosk.press("\x1b[24~")  # F12: staff
    kiosk.at("pin")
    kiosk.press("\x1b")
    time.sleep(0.1)


def play_end(kiosk):
    kiosk.at("done")
    kiosk.choose("finish")
    kiosk.at("rating")
    kiosk.choose("face:4")
    kiosk.choose("next")
    kiosk.at("goodbye")
    kiosk.press("\r")
    wait_until(kiosk.ended, "the end of the visit")


def sealed_in_spool(city):
    found = []
    for path in glob.glob(f"{city.folder}/spool/*.sealed"):
        with open(path, encoding="utf-8") as file:
            found.append(json.load(file))
    return found


def play(city):
    """The whole visit, sent while the city is away. The signed envelopes."""
    kiosk = city.open_kiosk()
    try:
        play_to_question(kiosk)
        play_help(kiosk)
        play_form(kiosk)
        city.central.end()
        kiosk.choose("send")
        kiosk.at("done")
        sealed = wait_until(lambda: sealed_in_spool(city), "a spool file")
        ask_link_alone(city)
        city.start_central()
        wait_until(lambda: [line for line in city.to_link.heard
                            if line.get("event") == "receipt"], "a receipt")
        play_end(kiosk)
    finally:
        kiosk.end()
    return sealed


def bodies_by_path(said, heard):
    """Bodies of good answers, by the schema of what was asked."""
    asked = {line["id"]: line["path"] for line in said if "id" in line}
    found = {}
    for line in heard:
        if line.get("status") in (200, 201, 202):
            name = body_schema(asked[line["id"]], line["status"])
            found.setdefault(name, []).append(line["body"])
    return found


def body_schema(path, status):
    if path.startswith("/v1/formulieren/"):
        return "bundle"
    return {
        "/v1/producten": "catalogue", "/v1/sleutels": "keys",
        "/v1/inzendingen": "link-answer#/$defs/kept",
        "/v1/waarderingen": "link-answer#/$defs/kept",
        "/v1/hulpvragen": "link-answer#/$defs/called",
        "/v1/wachtend": "link-answer#/$defs/waiting",
        "/v1/bezoeken": "link-answer#/$defs/ending",
        "/v1/toestand": "link-answer#/$defs/state"}[path]


def judge_visit(city, sealed):
    link, voice = city.to_link, city.to_voice
    tap.fit("what the screen asks link", "link-question", link.said, 8)
    tap.fit("what link tells the screen", "link-answer", link.heard, 8)
    for name, bodies in sorted(bodies_by_path(link.said, link.heard).items()):
        tap.fit(f"link's answers are: {name}", name, bodies)
    events = {line["event"] for line in link.heard if "event" in line}
    tap.say(events >= {"receipt", "state"}, "link tells of receipt and state",
            [f"events: {sorted(events)}"])
    tap.fit("what the screen orders the voice", "voice-order", voice.said, 10)
    tap.fit("what the voice tells the screen", "voice-event", voice.heard, 10)
    tap.say(voice.said[-1:] == [{"v": 1, "end": True}],
            "the last order to the voice is to forget")
    tap.fit("--screens", "screens", read_lines(f"{city.folder}/screens"), 20)
    tap.fit("--utterances", "utterances",
            read_lines(f"{city.folder}/utterances"), 50)
    tap.fit("an envelope that link signed", "envelope", sealed)
    tap.say(all("signature" in one for one in sealed),
            "link signs before it sends")


# Question of link without central: method, path, body, status, body's schema.
ALONE = (
    ("GET", "/v1/wachtend", None, 200, "link-answer#/$defs/waiting"),
    ("GET", "/v1/toestand", None, 200, "link-answer#/$defs/state"),
    ("GET", "/v1/producten", None, 200, "catalogue"),
    ("POST", "/v1/hulpvragen", {"language": "nl"}, 503,
     "common#/$defs/problem"),
)
TOGETHER = (
    ("GET", "/v1/producten", None, 200, "catalogue"),
    ("GET", "/v1/sleutels", None, 200, "keys"),
    ("GET", "/v1/formulieren/verhuizing", None, 200, "bundle"),
    ("GET", "/v1/formulieren/niets", None, 404, "common#/$defs/problem"),
    ("GET", "/v1/toestand", None, 200, "link-answer#/$defs/state"),
    ("GET", "/v1/nergens", None, 404, "common#/$defs/problem"),
    ("POST", "/v1/producten", {}, 405, "common#/$defs/problem"),
    ("POST", "/v1/inzendingen", {"v": 1}, 400, "common#/$defs/problem"),
    ("POST", "/v1/bezoeken", {"ending": "x" * 99}, 400,
     "common#/$defs/problem"),
    ("POST", "/v1/bezoeken", {"ending": "idle-sent"}, 204, None),
    ("GET", "/v1/bezoeken", None, 200, "link-answer#/$defs/ending"),
)


def ask_link(link, table):
    for number, (method, path, body, status, name) in enumerate(table):
        question = {"v": 1, "id": number, "method": method, "path": path}
        if body is not None:
            question["body"] = body
        answer, _ = link.ask(question)
        notes = schemas.faults("link-answer", answer)
        if answer.get("status") != status:
            notes.append(f"status {answer.get('status')}")
        elif name:
            notes += schemas.faults(name, answer["body"])
        tap.say(not notes, f"link: {method} {path} is answered {status}", notes)


def ask_link_alone(city):
    link = Lines.connect(f"{city.folder}/link.socket")
    ask_link(link, ALONE)
    link.close()


def ask_link_all(city, sealed):
    link = Lines.connect(f"{city.folder}/link.socket")
    ask_link(link, TOGETHER)
    answer, _ = link.ask({"v": 1, "method": "GET", "path": "/v1/toestand"})
    tap.fit("a question without id is refused", "link-answer", [answer])
    answer, _ = link.ask({"v": 2, "id": 5, "method": "GET",
                          "path": "/v1/toestand"})
    tap.say(answer["status"] == 400, "another version is refused")
    other = dict(sealed[0])
    inside = base64.b64decode(other["bytes"])[::-1]
    other["bytes"] = base64.b64encode(inside).decode()
    other["hash"] = hashlib.sha256(
        other["id"].encode() + b"|" + inside).hexdigest()
    ask_link(link, (("POST", "/v1/inzendingen", other, 409,
                     "common#/$defs/problem"),))
    link.close()


def read_events(voice, last):
    events = []
    while not events or events[-1].get("event") not in last:
        events.append(voice.read())
        if events[-1] is None:
            break
    return [event for event in events if event]


def order(number, *segments):
    return {"v": 1, "say": {
        "id": number, "priority": "screen", "rate": 160, "gain": 100,
        "segments": [{"text": text, "language": language}
                     for text, language in segments]}}


def ask_voice(city):
    voice = Lines.connect(f"{city.folder}/voice.socket")
    events = read_events(voice, ("ready",))
    voice.send(order(1, ("Hallo.", "nl"), ("hello", "xx")))
    events += read_events(voice, ("done", "stopped"))
    voice.send(order(2, ("Een lange zin om af te breken. " * 9, "nl")))
    events += read_events(voice, ("started",))
    voice.send({"v": 1, "stop": True})
    events += read_events(voice, ("done", "stopped"))
    voice.close()
    tap.fit("every event of the voice", "voice-event", events, 6)
    told = {event["event"] for event in events}
    wanted = {"ready", "started", "segment", "done", "no-voice", "stopped"}
    tap.say(told >= wanted, "the voice tells all that happens",
            [f"not told: {sorted(wanted - told)}"] if wanted - told else [])


def judge_voice_log(city):
    path = f"{city.folder}/paced.wav"
    actor = Actor(city.folder, "paced", [
        f"{BUILD}/opendeur-voice", "--output", f"paced:{path}",
        "--listen", f"{city.folder}/paced.socket"])
    try:
        wait_until(lambda: os.path.exists(f"{city.folder}/paced.socket"),
                   "the paced voice")
        voice = Lines.connect(f"{city.folder}/paced.socket")
        read_events(voice, ("ready",))
        voice.send(order(1, ("Ja.", "nl")))
        read_events(voice, ("done", "stopped"))
        voice.close()
    finally:
        actor.end()
    tap.fit("the log of a paced voice", "voice-log", read_lines(path + ".log"))


def judge_documents(city):
    catalogue = get(f"{city.url}/v1/producten")
    keys = get(f"{city.url}/v1/sleutels")
    tap.fit("central's catalogue", "catalogue", [catalogue])
    tap.fit("central's bundles", "bundle",
            [get(f"{city.url}/v1/formulieren/{one['slug']}")
             for one in catalogue["products"]], 4)
    tap.fit("central's keys", "keys", [keys])
    tap.fit("what central's keys document holds", "keys#/$defs/body",
            [json.loads(base64.b64decode(keys["body"]))])
    receipts = [line["body"] for line in city.to_link.heard
                if line.get("event") == "receipt"]
    tap.fit("central's receipt", "receipt", receipts)
    letters = subprocess.run([f"{BUILD}/tests/played/letters"], check=False,
                             capture_output=True, text=True).stdout
    tap.fit("what the screen seals", "letter",
            [json.loads(line) for line in letters.splitlines()], 2)


def judge_refusals(city):
    """Schemas that take everything prove nothing."""
    screen = read_lines(f"{city.folder}/screens")[-1]
    spoken = read_lines(f"{city.folder}/utterances")[-1]
    wrong = (
        ("screens", {**screen, "v": 2}),
        ("screens", {**screen, "password": "x"}),
        ("screens", {**screen, "items": []}),
        ("utterances", {**spoken, "privacy": "private"}),
        ("utterances", {**spoken, "text": "\x1b[2J"}),
        ("link-question", {"v": 1, "id": 1, "method": "GET", "path": "/etc"}),
        ("link-question", {"v": 1, "id": 1, "method": "POST",
                           "path": "/v1/inzendingen", "body": {}}),
        ("link-answer", {"v": 1, "id": 1, "status": 404, "body": "no"}),
        ("voice-order", {"v": 1, "stop": True, "end": True}),
        ("voice-event", {"v": 1, "event": "done"}),
        ("receipt", {"v": 1, "reference": "7K2M-9QXT-4HD"}),
    )
    notes = [f"{name} takes {value}" for name, value in wrong
             if not schemas.faults(name, value)]
    tap.say(not notes, "what is wrong is refused", notes)


def main():
    faults = schemas.malformed()
    tap.say(not faults, "the schemas are schemas", faults)
    with tempfile.TemporaryDirectory(prefix="opendeur-protocols-") as folder:
        city = City(folder)
        try:
            sealed = play(city)
            judge_visit(city, sealed)
            ask_link_all(city, sealed)
            ask_voice(city)
            judge_voice_log(city)
            judge_documents(city)
            judge_refusals(city)
        except Exception as error:  # a test that breaks off has failed
            tap.say(False, f"it comes to its end: {error!r}")
            for path in sorted(glob.glob(f"{folder}/*.log")):
                with open(path, encoding="utf-8", errors="replace") as file:
                    for line in file.read().splitlines()[-8:]:
                        print(f"# {os.path.basename(path)}: {line}")
        finally:
            city.end()
    print(f"1..{tap.count}")


sys.stdout.reconfigure(encoding="utf-8")
main()
