# SPDX-License-Identifier: EUPL-1.2
"""Holds ./start and its demonstration to their promises, in a terminal: they
open, say how to leave, and leave nothing behind. TAP."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from stage import Kiosk, read_lines, wait_until

SOURCE, BUILD = os.environ["srcdir"], os.environ["builddir"]
DEMO = f"{SOURCE}/scripts/demo.sh"
PROGRAMS = ("opendeur", "opendeur-central", "opendeur-link", "opendeur-voice")


class Tap:
    count = 0

    def say(self, fine, claim, notes=()):
        self.count += 1
        for note in notes if not fine else ():
            print(f"# {note}")
        print(f"{'ok' if fine else 'not ok'} {self.count} - {claim}",
              flush=True)


tap = Tap()


def members(session):
    """Every process of a session, by its id, with its name."""
    found = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8")
            rest = stat.rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().split(b"\0")[0]
        except OSError:
            continue
        if int(rest[3]) == session and rest[0] != "Z":
            found[int(folder.name)] = os.path.basename(command.decode())
    return found


class Demo:
    """./start's demonstration in a terminal and a TMPDIR of its own."""

    def __init__(self, *arguments, build=BUILD, records=True):
        self.folder = tempfile.TemporaryDirectory(prefix="opendeur-start-")
        self.tmp = f"{self.folder.name}/tmp"
        os.mkdir(self.tmp)
        screens = f"{self.folder.name}/screens"
        extra = ("--screens", screens) if records else ()
        self.kiosk = Kiosk(
            ["/bin/sh", DEMO, *extra, *arguments], screens,
            more={"TMPDIR": self.tmp, "BUILD": build,
                  "OPENDEUR_DEMO_PAUSE": "0"})

    def shown(self):
        return self.kiosk.shown.decode(errors="replace")

    def wait(self, patience=30):
        wait_until(self.kiosk.ended, "the demonstration to end", patience)
        return self.kiosk.code

    def left_over(self):
        """What still runs, and what lies about."""
        try:
            wait_until(lambda: not members(self.kiosk.pid), "", 3)
        except TimeoutError:
            pass
        return ([f"{pid} {name}" for pid, name
                 in members(self.kiosk.pid).items()] + os.listdir(self.tmp))

    def close(self):
        try:
            self.kiosk.end()
        finally:
            for pid in members(self.kiosk.pid):
                os.kill(pid, signal.SIGKILL)
            self.folder.cleanup()

    def judge_end(self, claim, code):
        is_code = self.wait()
        left = self.left_over()
        tap.say(is_code == code and not left, f"{claim} it ends with {code} "
                "and leaves nothing behind",
                [f"ended with {is_code}", f"left: {left}", self.shown()[-600:]])


def played(*arguments, **more):
    """For `with`: closes whatever happens."""
    class Held:
        def __enter__(self):
            self.demo = Demo(*arguments, **more)
            return self.demo

        def __exit__(self, *_):
            self.demo.close()
    return Held()


def judge_leaving():
    with played("--language", "tr", "--renderer", "plain") as demo:
        demo.kiosk.at("attract")
        tap.say("2512" in demo.shown() and "F12" in demo.shown(),
                "it says how to leave", [demo.shown()[:400]])
        demo.kiosk.press("\r")
        demo.kiosk.at("language")
        items = demo.kiosk.last()["items"]
        tap.say(items[0]["language"] == "tr" or
                demo.kiosk.last()["language"] == "tr",
                "arguments reach the kiosk", [str(items[:2])])
        demo.kiosk.press("\x1b[24~")
        demo.kiosk.at("pin")
        demo.kiosk.type("2512")
        demo.kiosk.at("staff")
        demo.kiosk.choose("leave")
        demo.judge_end("when staff leave", 0)


def one_of(demo, name):
    for pid, called in members(demo.kiosk.pid).items():
        if called == name:
            return pid
    return 0


def judge_going_on():
    with played("--renderer", "plain") as demo:
        demo.kiosk.at("attract")
        for name in ("opendeur-link", "opendeur-voice", "opendeur-central",
                     "opendeur"):
            old = wait_until(lambda: one_of(demo, name), name)
            os.kill(old, signal.SIGKILL)
            again = wait_until(
                lambda: one_of(demo, name) not in (0, old), f"{name} again")
            tap.say(again, f"{name} is started again when it is killed")
        wait_until(lambda: demo.kiosk.last().get("visit") == 2, "visit 2")
        demo.kiosk.at("attract")
        os.kill(demo.kiosk.pid, signal.SIGTERM)
        demo.judge_end("by TERM", 0)


def judge_hang_up():
    with played("--renderer", "plain") as demo:
        demo.kiosk.at("attract")
        os.kill(demo.kiosk.pid, signal.SIGHUP)
        demo.judge_end("by HUP", 0)


def broken_build(folder):
    """A build of which the screen fails at once."""
    for name in (*PROGRAMS[1:], "forms", "locale"):
        os.symlink(f"{BUILD}/{name}", f"{folder}/{name}")
    path = pathlib.Path(folder, "opendeur")
    path.write_text("#!/bin/sh\necho 'the lamp is broken' >&2\nexit 1\n",
                    encoding="utf-8")
    path.chmod(0o755)


def judge_failing():
    with tempfile.TemporaryDirectory() as folder:
        broken_build(folder)
        with played(build=folder, records=False) as demo:
            began = time.monotonic()
            demo.judge_end("when the screen fails three times", 1)
            tap.say("the lamp is broken" in demo.shown(),
                    "it shows the last lines of the log",
                    [demo.shown()[-600:]])
            tap.say(time.monotonic() - began < 15, "and does so soon")


def judge_usage():
    with played("--size", "7", records=False) as demo:
        demo.judge_end("by a wrong argument", 2)
        tap.say("the size is" in demo.shown(), "it says what is wrong",
                [demo.shown()[-600:]])


def judge_no_terminal():
    done = subprocess.run([f"{SOURCE}/start"], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False)
    tap.say(done.returncode == 2 and "terminal" in done.stderr,
            "./start without a terminal says so and ends with 2",
            [f"{done.returncode}: {done.stderr}"])


def main():
    for judge in (judge_no_terminal, judge_usage, judge_leaving,
                  judge_going_on, judge_hang_up, judge_failing):
        try:
            judge()
        except Exception as error:  # a test that breaks off has failed
            tap.say(False, f"{judge.__name__} comes to its end", [repr(error)])
    print(f"1..{tap.count}")


sys.stdout.reconfigure(encoding="utf-8")
main()
