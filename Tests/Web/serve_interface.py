"""The description of the interface, /openapi.yaml, against the server: schemathesis asks what it allows and what it does
not, and looks at every answer."""
import pathlib
import subprocess
import sys
import tempfile

from archive import make_archive
from server import Server

# Paths that the archive has are asked for as well: what is made up has none.
KNOWN = """
[[operations]]
include-path-regex = "^/api/(article|related)$"
parameters = { "query.path" = "posts/post-10.md" }
"""


def run(server, folder, *options, before=()):
    """Whether the answers are as the description has them."""
    command = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "--no-color", *before, "run",
        server.url + "openapi.yaml", "--url", server.url.rstrip("/"), "--checks", "all",
        # A query can be as long as the description says and still be none; a path, one that no article has.
        "--exclude-checks", "positive_data_acceptance",
        "--max-examples", "60", "--seed", "7", "--phases", "examples,coverage,fuzzing", "--request-timeout", "20",
        "--suppress-health-check", "all", *options,
    ]
    result = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    is_fine = result.returncode == 0 and server.is_alive()
    lines = [line for line in result.stdout.splitlines() if line.strip()]
    print("\n".join("   " + line for line in lines[-6 if is_fine else -160:]))
    return is_fine


with tempfile.TemporaryDirectory() as folder:
    make_archive(pathlib.Path(folder))
    server = Server(folder)
    is_fine = run(server, folder)
    (pathlib.Path(folder) / "known.toml").write_text(KNOWN)
    is_fine &= run(
        server, folder, "--include-path-regex", "^/api/(article|related)$", before=("--config-file", "known.toml"))
    is_fine &= server.stop() == 0
    if len(server.said) > 1:
        print("   FAILED the server said: " + "".join(server.said[1:6]))
        is_fine = False
sys.exit(not is_fine)
