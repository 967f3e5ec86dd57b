"""A running kiji serve, for the checks in this folder."""
import os
import re
import signal
import subprocess
import threading


class Server:
    """Serves an index on a free port of this machine until it is stopped."""

    def __init__(self, folder, *options):
        self.process = subprocess.Popen(
            [os.environ["KIJI_BINARY"], "serve", "--index", "out", "--port", "0", *options], cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self.said = []
        self.url = None
        while self.url is None:
            line = self.process.stderr.readline()
            if not line:
                raise RuntimeError("kiji serve ended: " + " ".join(self.said))
            self.said.append(line)
            found = re.search(r"http://[^ ]+:(\d+)/", line)
            if found:
                self.url, self.port = found.group(0), int(found.group(1))
        # What it says further is read, so that it never waits for a reader.
        self._reader = threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True)
        self._reader.start()

    def is_alive(self):
        return self.process.poll() is None

    def stop(self, number=signal.SIGTERM):
        """Asks it to end; returns its exit status."""
        if self.is_alive():
            self.process.send_signal(number)
        try:
            return self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None
        finally:
            self._reader.join(timeout=5)
