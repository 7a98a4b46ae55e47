# SPDX-License-Identifier: EUPL-1.2
"""Follows doc/writing-forms.md to the letter, in an empty folder. TAP."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from stage import Kiosk, wait_until

SOURCE, BUILD = os.environ["srcdir"], os.environ["builddir"]
DOCUMENT = f"{SOURCE}/doc/writing-forms.md"


class Reader:
    """Somebody with a terminal, an editor and the document."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="opendeur-writing-")
        self.count = 0
        # What a reader has: the programs, ./start, and an export.
        os.symlink(BUILD, f"{self.folder}/build")
        os.mkdir(f"{self.folder}/exports")
        subprocess.run([sys.executable, f"{SOURCE}/tests/make_export.py",
                        f"{self.folder}/exports"], check=True)
        shutil.copy(f"{self.folder}/exports/whole.zip",
                    f"{self.folder}/export.zip")
        os.environ["PATH"] = f"{BUILD}:{os.environ['PATH']}"

    def say(self, wrong, words):
        self.count += 1
        if wrong:
            print("# " + wrong.strip().replace("\n", "\n# "))
        print(f"{'not ok' if wrong else 'ok'} {self.count} - {words}",
              flush=True)

    def save(self, path, text):
        with open(f"{self.folder}/{path}", "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, commands):
        done = subprocess.run(
            ["sh", "-e", "-c", commands], cwd=self.folder, timeout=60,
            stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False)
        if done.returncode == 0:
            return ""
        return f"ended with {done.returncode}\n{done.stdout}{done.stderr}"

    def look(self, command):
        """The preview, in a terminal: as far as its first question."""
        screens = f"{self.folder}/screens"
        kiosk = Kiosk(["/bin/sh", "-c", f"cd '{self.folder}' && exec "
                       f"{command} --screens '{screens}'"], screens)
        try:
            kiosk.at("service")
            kiosk.choose("start")
            kiosk.at("question")
            return ""
        except (TimeoutError, LookupError) as error:
            return f"{error}\n{kiosk.shown[-500:]!r}"
        finally:
            kiosk.end()

    def visit(self, command):
        """The kiosk with the form on it: somebody who reads Dutch."""
        screens = f"{self.folder}/visited"
        started = command.replace("./start", f"{SOURCE}/scripts/demo.sh")
        kiosk = Kiosk(
            ["/bin/sh", "-c", f"cd '{self.folder}' && {started} "
             f"--screens '{screens}' --renderer plain --speech off"],
            screens, log=f"{self.folder}/log",
            more={"BUILD": BUILD, "OPENDEUR_DEMO_PAUSE": "0"})
        try:
            kiosk.at("attract")
            kiosk.press("\r")
            kiosk.at("language")
            kiosk.choose("language:nl")
            kiosk.at("greeting")
            kiosk.choose("yes")
            kiosk.at("readable")
            kiosk.choose("yes")
            wait_until(lambda: kiosk.last()["name"] in ("aloud", "home"),
                       "the list")
            if kiosk.last()["name"] == "aloud":
                kiosk.choose("no")
            kiosk.at("home")
            kiosk.choose("service:fietsenrek")
            kiosk.at("service")
            return ""
        except (TimeoutError, LookupError) as error:
            return f"{error}\n{kiosk.shown[-500:]!r}"
        finally:
            kiosk.end()

    def follow(self, commands):
        if "opendeur-forms preview" in commands:
            return self.look(commands.strip())
        if "./start" in commands:
            return self.visit(commands.strip())
        return self.run(commands)

    def close(self):
        shutil.rmtree(self.folder)


def blocks(text):
    """What is to be done, in order: a file to save, or commands."""
    pattern = re.compile(
        r"(?:Save this as|save this as) `([^`]+)`:\n\n```json\n(.*?)```"
        r"|```sh\n(.*?)```", re.DOTALL)
    return [match.groups() for match in pattern.finditer(text)]


def main():
    with open(DOCUMENT, encoding="utf-8") as file:
        text = file.read()
    found = blocks(text)
    fenced = text.count("```") // 2
    reader = Reader()
    print(f"1..{len(found) + 1}")
    try:
        reader.say("" if len(found) == fenced and fenced > 8 else
                   f"{fenced} blocks, {len(found)} understood",
                   "every block of the document is followed")
        for path, content, commands in found:
            if path:
                reader.save(path, content)
                reader.say("", f"{path} is saved")
            else:
                first = commands.strip().split("\n")[0]
                reader.say(reader.follow(commands), f"it works: {first}")
    finally:
        reader.close()


main()
