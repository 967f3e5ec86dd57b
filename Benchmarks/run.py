"""Times libmecab alone, the mecab command and kiji on the articles of one folder; started by scripts/bench.

All commands work on the same articles, one after another in each round, so that a change of the machine's pace
meets all of them. What is reported is the median over the rounds; peak memory is the largest of them.
"""
import argparse
import datetime
import filecmp
import json
import os
import pathlib
import platform
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
KIJI = str(ROOT / ".build/release/kiji")
BARE_MECAB = str(ROOT / ".build/benchmarks/bare_mecab")
SAMPLE = "samples/ai-infrastructure.md"
EXTENSIONS = {".md", ".mdx", ".markdown", ".html", ".htm", ".txt"}
FLOOR = "libmecab alone"


class Job:
    """A command whose time is taken; `whole` says that it works on all the prose."""

    def __init__(self, name, command, whole=True, stdin=None):
        self.name, self.command, self.whole, self.stdin = name, command, whole, stdin
        self.wall, self.cpu, self.peak = [], [], 0

    def run(self, output=os.devnull):
        """Runs the command once; returns wall seconds, processor seconds and peak bytes."""
        with open(self.stdin or os.devnull, "rb") as source, open(output, "wb") as sink:
            start = time.perf_counter()
            process = subprocess.Popen(self.command, stdin=source, stdout=sink, cwd=ROOT)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench: exit status {process.returncode}: {shlex.join(self.command)[:400]}")
        unit = 1 if sys.platform == "darwin" else 1024
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit

    def measure(self):
        wall, cpu, peak = self.run()
        self.wall.append(wall)
        self.cpu.append(cpu)
        self.peak = max(self.peak, peak)


def default_dictionary():
    folders = ["/var/lib/mecab/dic/ipadic-utf8"]
    config = output_of(["mecab-config", "--dicdir"])
    if config:
        folders.append(f"{config}/ipadic")
    folders += ["/opt/homebrew/lib/mecab/dic/ipadic", "/usr/local/lib/mecab/dic/ipadic"]
    found = [folder for folder in folders if os.path.exists(f"{folder}/sys.dic")]
    if not found:
        sys.exit(f"bench: no IPADIC in {', '.join(folders)}; name one with --dictionary DIR")
    return found[0]


def output_of(command):
    """What a command prints, or an empty string where there is no such command."""
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    except OSError:
        return ""


def processor():
    if sys.platform == "darwin":
        return output_of(["sysctl", "-n", "machdep.cpu.brand_string"])
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def write_prose(files, path):
    """Writes the normalized prose of all articles, one sentence a line."""
    with open(path, "wb") as sink:
        subprocess.run([KIJI, "prose", *files, "--normalized", "--sentences"], stdout=sink, cwd=ROOT, check=True)


def write_stream(files, path):
    """Writes what `kiji stream` reads: the same articles, one JSON object a line."""
    with open(path, "w", encoding="utf-8") as sink:
        for file in files:
            text = pathlib.Path(file).read_text(encoding="utf-8", errors="replace")
            kind = "html" if file.endswith((".html", ".htm")) else "plain" if file.endswith(".txt") else "markdown"
            sink.write(json.dumps({"id": file, "text": text, "format": kind}, ensure_ascii=False) + "\n")


def make_jobs(folder, files, dictionary, prose, stream, scratch):
    analyze = [KIJI, "analyze", "--dictionary", dictionary, "--format", "jsonl", "--jobs"]
    batch = lambda out: [KIJI, "batch", folder, "--dictionary", dictionary, "--output", out, "--jobs", "2", "--quiet"]
    fresh = ["sh", "-c", 'rm -rf "$0" && exec "$@"', f"{scratch}/fresh"]
    only = lambda key: [*analyze, "1", "--only", key, *files]
    return [
        Job(FLOOR, [BARE_MECAB, dictionary, prose]),
        Job("mecab command", ["mecab", "-r", os.devnull, "-d", dictionary, "-b", "1000000", prose]),
        Job("kiji, reading (`--only frontMatter`)", only("frontMatter")),
        Job("kiji, to morphemes (`--only statistics`)", only("statistics")),
        Job("kiji, to terms (`--only terms`)", only("terms")),
        Job("kiji, to the excerpt (`--only summary`)", only("summary")),
        Job("kiji analyze, 1 job", [*analyze, "1", *files]),
        Job("kiji analyze, 2 jobs", [*analyze, "2", *files]),
        Job("kiji batch, 2 jobs", [*fresh, *batch(f"{scratch}/fresh")]),
        Job("kiji batch again, nothing changed", batch(f"{scratch}/kept"), whole=False),
        Job("kiji stream", [KIJI, "stream", "--dictionary", dictionary], stdin=stream),
        Job("kiji analyze, one sample", [KIJI, "analyze", SAMPLE, "--dictionary", dictionary], whole=False),
    ]


def table(jobs, prose_bytes):
    floor = next(job for job in jobs if job.name == FLOOR)
    floor_wall, floor_cpu = statistics.median(floor.wall), statistics.median(floor.cpu)
    rows = ["| | seconds | × libmecab | processor s | × libmecab | MB/s | peak MB |", "|---|--:|--:|--:|--:|--:|--:|"]
    for job in jobs:
        wall, cpu = statistics.median(job.wall), statistics.median(job.cpu)
        ratios = (f"{wall / floor_wall:.2f}", f"{cpu / floor_cpu:.2f}", f"{prose_bytes / wall / 1e6:.1f}") if job.whole else ("", "", "")
        rows.append(f"| {job.name} | {wall:.3f} | {ratios[0]} | {cpu:.3f} | {ratios[1]} | {ratios[2]} | {job.peak / 1e6:.0f} |")
    return "\n".join(rows)


def report(arguments, jobs, files, dictionary, prose_bytes, morphemes):
    wall = {job.name: statistics.median(job.wall) for job in jobs}
    changed = " with uncommitted changes" if output_of(["git", "status", "--porcelain", "--untracked-files=no"]) else ""
    speedup = wall["kiji analyze, 1 job"] / wall["kiji analyze, 2 jobs"]
    return f"""# {datetime.date.today()}, {processor()}, {os.cpu_count()} processors

`scripts/bench {shlex.join(arguments)}`: {len(files)} articles, {prose_bytes / 1e6:.1f} MB of prose; {morphemes}.

{table(jobs, prose_bytes)}

Medians of {len(jobs[0].wall)} interleaved rounds after one that is not counted; whole processes, start included; MB/s are of prose. Load of the machine at the end: {os.getloadavg()[0]:.1f}.
2 jobs are {speedup:.2f} × as fast as 1; their output is identical.

kiji {output_of(["git", "rev-parse", "--short=12", "HEAD"])}{changed} · {output_of(["swift", "--version"]).splitlines()[0]} · {output_of(["mecab", "--version"])} · dictionary {dictionary} · {platform.platform()}
"""


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Times libmecab, mecab and kiji on the same articles.")
    parser.add_argument("folder", type=pathlib.Path, help="articles: every .md, .mdx, .html and .txt file below it")
    parser.add_argument("--runs", type=int, default=5, help="rounds whose median is reported (default 5)")
    parser.add_argument("--dictionary", help="folder of the compiled dictionary (default: IPADIC)")
    parser.add_argument("--no-save", action="store_true", help="do not write Benchmarks/runs/DATE-MACHINE.md")
    options = parser.parse_args()
    dictionary = options.dictionary or default_dictionary()
    files = sorted(str(f.resolve()) for f in options.folder.rglob("*") if f.suffix in EXTENSIONS and f.is_file())
    if not files or options.runs < 1:
        parser.error(f"no articles in {options.folder}" if not files else "--runs must be at least 1")

    with tempfile.TemporaryDirectory(prefix="kiji-bench.") as scratch:
        prose, stream, one, two = (f"{scratch}/{name}" for name in ("prose.txt", "articles.jsonl", "1.jsonl", "2.jsonl"))
        write_prose(files, prose)
        write_stream(files, stream)
        jobs = make_jobs(str(options.folder.resolve()), files, dictionary, prose, stream, scratch)
        named = {job.name: job for job in jobs}
        for job in jobs:  # fills the caches of the disk and of kiji
            job.run()
        named["kiji analyze, 1 job"].run(one)
        named["kiji analyze, 2 jobs"].run(two)
        if not filecmp.cmp(one, two, shallow=False):
            sys.exit("bench: 1 job and 2 jobs give different output")
        for round_number in range(options.runs):
            print(f"round {round_number + 1} of {options.runs}", file=sys.stderr)
            for job in jobs:
                job.measure()
        counted = output_of([BARE_MECAB, dictionary, prose]).split(",")[0]
        text = report(sys.argv[1:], jobs, files, dictionary, os.path.getsize(prose), counted)

    print(text, end="")
    if not options.no_save:
        machine = re.sub(r"[^a-z0-9]+", "-", f"{processor()} {os.cpu_count()}".lower()).strip("-")
        path = ROOT / "Benchmarks/runs" / f"{datetime.date.today()}-{machine}.md"
        path.write_text(text, encoding="utf-8")
        print(f"written to {path.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
