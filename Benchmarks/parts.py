#!/usr/bin/env python3
"""What names, judgements and other parts of an analysis add, against libmecab alone.

    scripts/bench samples --runs 1 --no-save    # builds what is measured
    Benchmarks/parts.py FOLDER [--rounds N] [--instructions]

Each round runs libmecab alone and `kiji stream --jobs 1 --only statistics` with and without each part, in turns; what
a part adds is the difference of processor time, with reading its tables at the start and writing its JSON. Where others
use the machine, times sway by a third from run to run: `--instructions` counts instructions instead (valgrind), which
do not, and say the same within a hundredth or two.
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import run

PARTS = [("entities and relations", "entities,relations"), ("sentiment", "sentiment"), ("terms", "terms")]


def stream(kiji, dictionary, *parts):
    return [kiji, "stream", "--jobs", "1", "--dictionary", dictionary, "--only", ",".join(["statistics", *parts])]


def seconds(command, source=None):
    """The processor time of a command."""
    _, cpu, _ = run.Job("parts", command, stdin=source).run()
    return cpu


def instructions(command, source=None):
    """The instructions that a command takes, counted by valgrind."""
    counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    with open(source or os.devnull, "rb") as file:
        done = subprocess.run(counted, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=run.ROOT)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if not found:
        sys.exit("parts: valgrind counted nothing: " + done.stderr.decode(errors="replace")[-400:])
    return int(found.group(1))


def copy_without_debugging(scratch):
    """kiji without debugging information, which valgrind does not understand as Swift writes it."""
    built = pathlib.Path(run.KIJI).resolve()
    kiji = shutil.copy(built, f"{scratch}/kiji")
    for resources in built.parent.glob("*.resources"):
        shutil.copytree(resources, f"{scratch}/{resources.name}")
    subprocess.run(["objcopy", "--strip-debug", kiji], check=True)
    return kiji


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--instructions", action="store_true")
    options = options.parse_args()
    files = sorted(
        str(path) for path in pathlib.Path(options.folder).resolve().rglob("*") if path.suffix in run.EXTENSIONS)
    if not files:
        sys.exit(f"parts: no articles in {options.folder}")
    dictionary = run.default_dictionary()
    with tempfile.TemporaryDirectory() as scratch:
        prose, articles = f"{scratch}/prose.txt", f"{scratch}/articles.jsonl"
        run.write_prose(files, prose)
        run.write_stream(files, articles)
        measure, rounds, kiji = seconds, options.rounds, run.KIJI
        if options.instructions:
            measure, rounds, kiji = instructions, 1, copy_without_debugging(scratch)
        added = {name: [] for name, _ in PARTS}
        for _ in range(rounds):
            before = measure(stream(kiji, dictionary), articles)
            bare = measure([run.BARE_MECAB, dictionary, prose])
            whole = {name: measure(stream(kiji, dictionary, part), articles) for name, part in PARTS}
            after = before if options.instructions else measure(stream(kiji, dictionary), articles)
            for name in whole:
                added[name].append((whole[name] - (before + after) / 2) / bare)
            print(f"libmecab {bare:.6g}, to morphemes {(before + after) / 2:.6g}, with "
                  + ", ".join(f"{name} {figure:.6g}" for name, figure in whole.items()), flush=True)
    print("\n| | × libmecab | least | greatest |\n|---|--:|--:|--:|")
    for name, shares in added.items():
        print(f"| {name} | {statistics.median(shares):.3f} | {min(shares):.3f} | {max(shares):.3f} |")


if __name__ == "__main__":
    main()
