#!/usr/bin/env python3
"""Measures how `kiji batch` grows: time and memory at several numbers of articles.

usage: Benchmarks/scale.py --articles 500 2000 20000 [--jobs 2] POSTS...

Makes the archives with make-archive.py and runs a batch on each, in a folder of its own. Tells for each the wall and processor
seconds, the peak of the resident memory with what of it was the program's own (anonymous; the rest are pages of files, which the
system takes back when it needs them), and the size of the index.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def figures(process):
    """The kilobytes of resident memory now: all, and anonymous."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
        found = dict(line.split(":", 1) for line in status)
    return tuple(int(found[key].split()[0]) if key in found else 0 for key in ("VmRSS", "RssAnon"))


def run(command, trace):
    """Runs a command; its wall and processor seconds and the peaks of its memory in megabytes."""
    start, peaks = time.monotonic(), [0, 0]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    os.set_blocking(process.stderr.fileno(), False)
    last, said = 0.0, b""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        said += process.stderr.read() or b""
        if pid:
            break
        now = figures(process)
        peaks = [max(pair) for pair in zip(peaks, now)]
        if trace and time.monotonic() - last > 1:
            last = time.monotonic()
            line = said.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
            print(f"  {last - start:5.0f} s {now[0] / 1024:6.0f} MB, anonymous {now[1] / 1024:6.0f} MB  {line}", file=sys.stderr)
        time.sleep(0.02)
    if status:
        sys.exit(f"{command} failed:\n{said.decode('utf-8', 'replace')}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, peaks[1] / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("posts", nargs="+")
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000, 20000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--kiji", default=str(HERE.parent / ".build/release/kiji"))
    parser.add_argument("--folder", help="keep archives and outputs here, and use the archives that are there")
    parser.add_argument("--trace", action="store_true", help="tell the memory every second")
    arguments = parser.parse_args()
    print(f"jobs {arguments.jobs}")
    print("| articles | MB of text | wall s | processor s | s per 1,000 | peak MB | of it anonymous | index MB | unchanged, s |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.folder or temporary)
        for count in arguments.articles:
            archive, output = folder / f"a{count}", folder / f"out{count}"
            if not archive.exists():
                maker = [sys.executable, HERE / "make-archive.py", archive, "--articles", str(count), *arguments.posts]
                subprocess.run(maker, check=True)
            for old in output.glob("*") if output.exists() else []:
                old.unlink()
            (output / ".kiji.lock").unlink(missing_ok=True)
            command = [arguments.kiji, "batch", archive, "--output", output, "--jobs", str(arguments.jobs)]
            wall, processor, peak, own = run(command, arguments.trace)
            again = run(command, False)
            size = sum(p.stat().st_size for p in archive.rglob("*.md")) / 1e6
            index = (output / "index.sqlite").stat().st_size / 1e6
            print(f"| {count:,} | {size:.0f} | {wall:.1f} | {processor:.1f} | {processor / count * 1000:.2f} | {peak:.0f} "
                  f"| {own:.0f} | {index:.0f} | {again[0]:.2f} |", flush=True)


main()
