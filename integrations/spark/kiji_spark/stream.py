"""A `kiji stream` process that answers one article after the other."""
import json
import subprocess
import tempfile
import threading


class StreamError(RuntimeError):
    """`kiji stream` ended, or answered something else than it was asked."""


class KijiStream:
    """Keeps one `kiji stream` running, so that its start is paid once for a partition.

    A task of Spark uses one core, so the process is started with one job. It is not restarted when it dies: the task
    fails then, and Spark runs it again, on another machine if need be.
    """

    def __init__(self, command, options=()):
        # A file, not a pipe: a process that says much on a pipe nobody reads stands still.
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [*command, "stream", "--jobs", "1", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
        )

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self._process.kill()
        try:
            self._process.stdin.close()
        except OSError:
            pass  # it died with lines unread; what follows tells
        self._process.stdout.close()
        status = self._process.wait()
        if kind is None and status:
            raise self._failure(f"exit status {status}")
        self._errors.close()

    def answers(self, records):
        """The line that answers each of `records`, in their order."""
        lines = [json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records]
        # Both pipes are small: who writes all before reading anything waits for ever.
        writer = threading.Thread(target=self._write, args=(lines,), daemon=True)
        writer.start()
        for record in records:
            answer = self._process.stdout.readline()
            if not answer.endswith(b"\n"):
                raise self._failure(f"no answer to {record['id']!r}")
            yield answer.decode().rstrip("\n")
        writer.join()

    def _write(self, lines):
        try:
            for line in lines:
                self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:
            pass  # the reader finds out, and tells what the process said

    def _failure(self, what):
        self._process.kill()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")[-2000:].strip()
        return StreamError(f"kiji stream: {what}" + (f": {said}" if said else ""))
