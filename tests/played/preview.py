# SPDX-License-Identifier: EUPL-1.2
"""opendeur-preview in a terminal: a form that changes while one looks at it.
TAP."""
import json
import os
import shutil
import subprocess
import tempfile
import time

from stage import Kiosk, read_lines, wait_until

SOURCE, BUILD = os.environ["srcdir"], os.environ["builddir"]

FORM = {
    "name": "Fietsenrek", "slug": "fietsenrek", "steps": [
        {"slug": "rek", "name": "Het rek", "configuration": {"components": [
            {"type": "radio", "key": "waar", "label": "Waar wilt u een rek?",
             "validate": {"required": True},
             "values": [{"value": "straat", "label": "In mijn straat"},
                        {"value": "plein", "label": "Op het plein"}]},
            {"type": "textfield", "key": "naam", "label": "Hoe heet u?",
             "validate": {"required": True, "maxLength": 40}},
            {"type": "textfield", "key": "plek", "label": "Welke straat?",
             "conditional": {"show": True, "when": "waar", "eq": "straat"}},
        ]}}]}
SERVICE = {"category": "Straat", "summary": "Vraag een fietsenrek aan.",
           "here": "U vraagt hier een rek aan.", "order": 1}


class Stage:
    """A folder with a form, and the preview of it."""

    def __init__(self, *arguments):
        self.folder = tempfile.mkdtemp(prefix="opendeur-preview-")
        self.form = json.loads(json.dumps(FORM))
        self.path = f"{self.folder}/fietsenrek"
        os.mkdir(self.path)
        self.write("service.json", json.dumps(SERVICE))
        self.save()
        self.kiosk = self.open(*arguments)

    def open(self, *arguments):
        screens = f"{self.folder}/screens"
        return Kiosk(
            [f"{BUILD}/opendeur-forms", "preview", self.path, "--screens",
             screens, *arguments], screens, log=f"{self.folder}/log")

    def again(self, *arguments):
        self.end()
        self.kiosk = self.open(*arguments)

    def write(self, name, text):
        """As most editors do: a new file in the place of the old."""
        path = f"{self.path}/{name}"
        with open(f"{path}.tmp", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(f"{path}.tmp", path)

    def save(self):
        self.write("form.json", json.dumps(self.form, ensure_ascii=False))

    def questions(self):
        return self.form["steps"][0]["configuration"]["components"]

    def texts(self):
        return [text for item in self.kiosk.last()["items"]
                for text in (item.get("label"), item.get("value"),
                             item.get("hint"), item.get("error")) if text]

    def sees(self, part):
        return any(part in text for text in self.texts())

    def until(self, part):
        wait_until(lambda: self.sees(part), f"{part}; {self.texts()}")

    def until_gone(self, part):
        wait_until(lambda: not self.sees(part), f"without {part}")

    def end(self):
        if self.kiosk:
            self.kiosk.end()
        self.kiosk = None

    def close(self):
        self.end()
        shutil.rmtree(self.folder)


def to_name(stage):
    stage.kiosk.at("service")
    stage.kiosk.choose("start")
    stage.kiosk.at("question")
    stage.kiosk.choose("option:straat")
    stage.until("Hoe heet u?")


def begins_at_the_form(stage):
    stage.kiosk.at("service")
    assert stage.sees("Fietsenrek") and stage.sees("U vraagt hier een rek aan.")


def follows_a_change_and_keeps_answers(stage):
    to_name(stage)
    stage.kiosk.press("Jan Jansen")
    stage.until("Jan Jansen")
    stage.questions()[1]["label"] = "Wat is uw naam?"
    stage.save()
    stage.until("Wat is uw naam?")
    assert stage.sees("Jan Jansen") and not stage.sees("Hoe heet u?")
    stage.kiosk.press("\r")
    stage.until("Welke straat?")
    stage.kiosk.type("Lange Voorhout")
    stage.kiosk.at("check")
    assert stage.sees("In mijn straat") and stage.sees("Jan Jansen")


def tells_a_mistake_with_its_place(stage):
    to_name(stage)
    stage.kiosk.press("Jan")
    stage.write("form.json", '{ "steps": [\n oeps')
    stage.until("Er staat een fout in het formulier")
    assert stage.sees("fietsenrek/form.json: line 2"), stage.texts()
    assert stage.sees("Hoe heet u?") and stage.sees("Jan")
    stage.questions()[1]["label"] = "En uw naam?"
    stage.save()
    stage.until("En uw naam?")
    assert not stage.sees("fout in het formulier") and stage.sees("Jan")


def breaks_and_mends(stage):
    """Gives where the focus was, and where it is again."""
    before = stage.kiosk.last()["focus"]
    stage.write("form.json", "{")
    stage.until("fietsenrek/form.json: line 1")
    last = stage.kiosk.last()
    assert last["page"] == 1, (last["page"], last["focus"], last["pages"])
    stage.save()
    stage.until_gone("fietsenrek/form.json: line 1")
    return before, stage.kiosk.last()["focus"]


def shows_a_mistake_on_the_page_at_hand(stage):
    to_name(stage)
    stage.kiosk.press("Jan")
    before, after = breaks_and_mends(stage)
    assert before == after == "question/field:naam", (before, after)
    while stage.kiosk.last()["page"] == 1:
        stage.kiosk.press("\x1bOB")
    breaks_and_mends(stage)


def tells_a_mistake_in_the_form_itself(stage):
    to_name(stage)
    stage.questions()[1]["validate"]["maxLength"] = "veel"
    stage.save()
    stage.until("components[1].validate.maxLength")
    assert stage.sees("Hoe heet u?")


def goes_on_when_the_question_is_gone(stage):
    to_name(stage)
    stage.questions().pop(1)
    stage.save()
    stage.until_gone("Hoe heet u?")
    stage.kiosk.at("question")


def follows_service_page_and_folder(stage):
    stage.kiosk.at("service")
    stage.write("service.json",
                json.dumps(dict(SERVICE, here="Een plek voor fietsen.")))
    stage.until("Een plek voor fietsen.")
    os.rename(stage.path, f"{stage.path}-weg")
    os.rename(f"{stage.path}-weg", stage.path)
    stage.write("service.json",
                json.dumps(dict(SERVICE, here="Nog een plek.")))
    stage.until("Nog een plek.")


def sends_nothing_and_begins_again(stage):
    to_name(stage)
    stage.kiosk.type("Jan Jansen")
    stage.until("Welke straat?")
    stage.kiosk.type("Lange Voorhout")
    stage.kiosk.at("check")
    stage.kiosk.choose("next")
    stage.kiosk.at("send")
    assert stage.sees("U kunt hier niets versturen")
    keys = [item["id"] for item in stage.kiosk.last()["items"]]
    assert "send/send" not in keys, keys
    stage.kiosk.choose("anew")
    to_name(stage)
    assert not stage.sees("Jan Jansen")


def speaks_another_language(stage):
    stage.kiosk.at("service")
    assert stage.kiosk.last()["language"] == "en"
    assert stage.sees("Start now")
    stage.write("en.po", 'msgctxt "waar:label"\n'
                'msgid "Waar wilt u een rek?"\nmsgstr "Where do you want it?"\n')
    stage.kiosk.choose("start")
    stage.until("Where do you want it?")


def ends_by_stop(stage):
    stage.kiosk.at("service")
    stage.kiosk.press("\x1b[21~")
    stage.kiosk.at("stop")
    stage.kiosk.choose("yes")
    stage.kiosk.at("goodbye")
    time.sleep(0.2)  # the same key once more is not the same press
    stage.kiosk.choose("finish")
    wait_until(stage.kiosk.ended, "the end")
    assert stage.kiosk.code == 0, stage.kiosk.code


def is_drawn_larger(stage):
    stage.kiosk.at("service")
    shown = stage.kiosk.shown.decode("utf-8", "replace")
    assert any("\u2580" <= c <= "\u259f" or "\U0001fb00" <= c <= "\U0001fbff"
               for c in shown), "nothing is drawn"


def children(pid):
    """Names of what a process started, by id."""
    with open(f"/proc/{pid}/task/{pid}/children", encoding="utf-8") as file:
        ids = [int(word) for word in file.read().split()]
    names = {}
    for child in ids:
        with open(f"/proc/{child}/cmdline", "rb") as file:
            names[child] = file.read().split(b"\0")[0].decode()
    return names


def reads_aloud_by_a_voice_of_its_own(stage):
    stage.kiosk.at("service")
    wait_until(lambda: any(name.endswith("/opendeur-voice") for name
                           in children(stage.kiosk.pid).values()), "a voice")
    voices = list(children(stage.kiosk.pid))
    stage.end()
    wait_until(lambda: not any(os.path.exists(f"/proc/{voice}")
                               for voice in voices), "the end of the voice")


def says_what_is_shown(stage):
    said = f"{stage.folder}/said"
    voice = f"{stage.folder}/voice"
    with subprocess.Popen(
            [f"{BUILD}/opendeur-voice", "--listen", voice, "--output", "null"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as speaker:
        try:
            wait_until(lambda: os.path.exists(voice), "the voice")
            stage.again("--speech", "--voice", voice, "--utterances", said)
            wait_until(lambda: any("Fietsenrek" in json.dumps(line) for line
                                   in read_lines(said)), "what is said")
        finally:
            stage.end()
            speaker.terminate()


CLAIMS = (
    ("a preview begins at the form", begins_at_the_form, ()),
    ("a change is seen at the same question, with the answers",
     follows_a_change_and_keeps_answers, ("--plain",)),
    ("broken JSON is told with its line, and the last version stays",
     tells_a_mistake_with_its_place, ()),
    ("a mistake comes to the page at hand, and goes",
     shows_a_mistake_on_the_page_at_hand, ("--size", "largest")),
    ("a mistake in the form is told with its place",
     tells_a_mistake_in_the_form_itself, ("--plain",)),
    ("a question that is taken away gives way to another",
     goes_on_when_the_question_is_gone, ("--plain",)),
    ("the service page is followed, also in a folder that was put aside",
     follows_service_page_and_folder, ("--plain",)),
    ("nothing can be sent, and one begins again",
     sends_nothing_and_begins_again, ("--plain",)),
    ("another language, with its overlay once it is there",
     speaks_another_language, ("--plain", "--language", "en")),
    ("larger letters are drawn", is_drawn_larger, ("--size", "large")),
    ("it is read aloud by a voice that ends with it",
     reads_aloud_by_a_voice_of_its_own, ("--plain", "--speech")),
    ("what is shown is said", says_what_is_shown, ("--plain",)),
    ("stop ends it with 0", ends_by_stop, ("--plain",)),
)


def refuses(arguments, code, words):
    """Without a terminal only what is wrong is said."""
    done = subprocess.run([f"{BUILD}/opendeur-forms", "preview", *arguments],
                          capture_output=True, text=True, timeout=20,
                          stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == code, done
    assert words in done.stderr, done.stderr


REFUSALS = (
    ("no form is wrong usage", (), 2, "which form"),
    ("another size is wrong usage", ("x", "--size", "7"), 2, "the size is"),
    ("a language the kiosk has not is wrong usage",
     ("x", "--language", "xx"), 2, "does not speak"),
    ("no terminal is wrong usage", ("x",), 2, "needs a terminal"),
)


def play(claim, arguments):
    stage = Stage(*arguments)
    try:
        claim(stage)
        return None
    except (AssertionError, TimeoutError, LookupError) as error:
        with open(f"{stage.folder}/log", encoding="utf-8",
                  errors="replace") as log:
            return f"{error!r} {log.read()}"
    finally:
        stage.close()


def main():
    print(f"1..{len(CLAIMS) + len(REFUSALS)}")
    number = 0
    for words, claim, arguments in CLAIMS:
        number += 1
        wrong = play(claim, arguments)
        if wrong:
            print("# " + wrong.replace("\n", "\n# "))
        print(f"{'not ok' if wrong else 'ok'} {number} - {words}", flush=True)
    for words, arguments, code, said in REFUSALS:
        number += 1
        try:
            refuses(arguments, code, said)
            print(f"ok {number} - {words}")
        except AssertionError as error:
            print(f"# {error!r}\nnot ok {number} - {words}")


main()
