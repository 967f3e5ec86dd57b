"""The description of the interface, /openapi.yaml, against the server: schemathesis asks what it allows and what it does
not, and looks at every answer."""
import pathlib
import subprocess
import sys
import tempfile

from archive import make_archive
from server import Server

with tempfile.TemporaryDirectory() as folder:
    make_archive(pathlib.Path(folder))
    server = Server(folder)
    run = subprocess.run(
        [
            str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", server.url + "openapi.yaml",
            "--url", server.url.rstrip("/"), "--checks", "all",
            # A query can be as long as the description says and still be none; a path, one that no article has.
            "--exclude-checks", "positive_data_acceptance",
            "--max-examples", "60", "--seed", "7", "--phases", "examples,coverage,fuzzing", "--request-timeout", "20",
            "--no-color", "--suppress-health-check", "all",
        ], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    is_fine = run.returncode == 0 and server.is_alive()
    print("\n".join(("   " + line for line in run.stdout.splitlines()[-12 if is_fine else -160:])))
    is_fine = server.stop() == 0 and is_fine
    if len(server.said) > 1:
        print("   FAILED the server said: " + "".join(server.said[1:6]))
        is_fine = False
sys.exit(not is_fine)
