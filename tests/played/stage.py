# SPDX-License-Identifier: EUPL-1.2
"""Real programs, and somebody between them who writes down what they say."""
import json
import os
import pty
import signal
import socket
import struct
import subprocess
import termios
import threading
import time
import fcntl

PATIENCE = 20.0


def wait_until(claim, what, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = claim()
        if found:
            return found
        time.sleep(0.02)
    raise TimeoutError(what)


class Actor:
    """A program of ours; its standard error goes to a log."""

    def __init__(self, folder, name, arguments):
        self.log = open(f"{folder}/{name}.log", "ab")
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self.log)

    def first_line(self):
        return self.process.stdout.readline().decode().strip()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()


class Lines:
    """One end of a UNIX socket that speaks JSON lines."""

    def __init__(self, connection):
        self.connection = connection
        self.rest = b""

    @classmethod
    def connect(cls, path):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE)
        connection.connect(path)
        return cls(connection)

    def send(self, value):
        self.connection.sendall(
            json.dumps(value, ensure_ascii=False).encode() + b"\n")

    def read(self):
        while b"\n" not in self.rest:
            more = self.connection.recv(1 << 16)
            if not more:
                return None
            self.rest += more
        line, _, self.rest = self.rest.partition(b"\n")
        return json.loads(line)

    def ask(self, question):
        """The answer of that id; events on the way are kept aside."""
        self.send(question)
        aside = []
        while True:
            line = self.read()
            if line is None or "event" not in line:
                return line, aside
            aside.append(line)

    def close(self):
        self.connection.close()


class Between:
    """Stands between the screen and a service, passes on what each says and
    keeps it."""

    def __init__(self, path, behind):
        self.behind = behind
        self.said, self.heard = [], []  # by the screen; by the service
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(path)
        self.listener.listen(4)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                front, _ = self.listener.accept()
                back = Lines.connect(self.behind)
            except OSError:
                return
            back.connection.settimeout(None)
            pairs = ((Lines(front), back, self.said),
                     (back, Lines(front), self.heard))
            for source, target, kept in pairs:
                threading.Thread(target=self._pass, daemon=True,
                                 args=(source, target, kept)).start()

    @staticmethod
    def _pass(source, target, kept):
        try:
            while (line := source.read()) is not None:
                kept.append(line)
                target.send(line)
        except OSError:
            pass
        try:
            target.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def read_lines(path):
    """The whole lines of a file of JSON lines."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in text.split("\n")[:-1]]


class Kiosk:
    """opendeur in a terminal of its own, played by the ids of items."""

    def __init__(self, arguments, screens, log=None, more=None):
        self.screens = screens
        self.code = None
        self.shown = b""  # all bytes that came to the terminal
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.environ.update(more or {})
            if log:
                os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND,
                                0o600), 2)
            os.execv(arguments[0], arguments)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 80, 0, 0))
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self):
        try:
            while more := os.read(self.terminal, 1 << 16):
                self.shown += more
        except OSError:
            pass

    def last(self):
        lines = read_lines(self.screens)
        return lines[-1] if lines else {"name": "", "focus": "", "items": []}

    def settle(self):
        before = -1
        while (now := len(read_lines(self.screens))) != before:
            before = now
            time.sleep(0.08)

    def press(self, keys):
        os.write(self.terminal, keys.encode())
        self.settle()

    def at(self, scene):
        wait_until(lambda: self.last()["name"] == scene,
                   f"{scene}, but it is {self.last()['name']}")
        self.settle()

    def items(self, start):
        return [item["id"] for item in self.last()["items"]
                if item.get("id", "").startswith(start)]

    def open_category_of(self, service):
        """With many forms home shows categories; it is in one of them."""
        for category in self.items("home/category:"):
            self.choose(category)
            if self.items(f"{self.last()['name']}/{service}"):
                return
            self.press("\x1b")
            self.at("home")

    def choose(self, key):
        if key.startswith("service:"):
            self.open_category_of(key)
        last = self.last()
        wanted = key if "/" in key else f"{last['name']}/{key}"
        for step in ("\x1bOB", "\x1bOA"):
            for _ in range(40):
                if self.last()["focus"] == wanted:
                    self.press("\r")
                    return
                self.press(step)
        raise LookupError(f"no {wanted}; focus at {self.last()['focus']}")

    def type(self, text):
        self.press(text)
        self.press("\r")

    def ended(self):
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def end(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGTERM)
            wait_until(self.ended, "the end of the screen")
        os.close(self.terminal)
