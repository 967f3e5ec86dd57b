#!/usr/bin/env python3
"""Searches at a fixed rate from a kiji serve on this machine, and tells how long the answers took.

usage: Benchmarks/serve-load.py [--url http://127.0.0.1:8080] [--rate 200] [--seconds 20] [--page]

Requests begin when they are due, whether or not earlier ones have been answered, so a server that falls behind shows in
the times (no coordinated omission). Every eighth query is one that the server has not met, so that its cache is not all
that is measured. Exit status 1 where a request failed or p99 is above 50 ms.
"""
import argparse
import asyncio
import statistics
import sys
import time
import urllib.parse

WORDS = (
    "AI 投資 半導体 OpenAI NVIDIA Google クラウド 生成AI モデル データ 企業 開発 電力 学習 エージェント 検索 規制 "
    "市場 資金調達 画像 音声 ロボット 医療 教育 著作権 安全 推論 チップ 提携 買収").split()
CONNECTIONS = 32
LIMIT = 50.0


def queries():
    """What is searched for: words and pairs again and again, and now and then what nobody has asked for yet."""
    number = 0
    while True:
        word, other = WORDS[number % len(WORDS)], WORDS[number * 7 % len(WORDS)]
        if number % 8 == 7:
            yield f"{word} OR {other} -記事{number}"
        elif number % 3 == 0:
            yield f"{word} {other}"
        else:
            yield word
        number += 1


class Connection:
    """One connection that is used for one request after the other."""

    def __init__(self, host, port):
        self.host, self.port = host, port
        self.reader = self.writer = None

    async def get(self, target):
        """The status of the answer, whose body is read."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        self.writer.write(f"GET {target} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        await self.reader.readexactly(length)
        return int(head.split(b" ", 2)[1])

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None


async def run(options):
    host, port = options.url.hostname, options.url.port or 80
    idle = asyncio.Queue()
    for _ in range(CONNECTIONS):
        idle.put_nowait(Connection(host, port))
    times, errors = [], []
    start = time.perf_counter() + 0.2
    path = "/search" if options.page else "/api/search"

    async def one(number, query):
        due = start + number / options.rate
        await asyncio.sleep(max(0, due - time.perf_counter()))
        connection = await idle.get()
        try:
            status = await asyncio.wait_for(connection.get(f"{path}?q={urllib.parse.quote(query)}"), 10)
            if status != 200:
                errors.append(f"{status} {query}")
        except Exception as error:  # noqa: BLE001 - whatever went wrong is an error of the run
            errors.append(f"{error!r} {query}")
            connection.close()
        finally:
            idle.put_nowait(connection)
        times.append((time.perf_counter() - due) * 1000)

    source = queries()
    await asyncio.gather(*(one(number, next(source)) for number in range(int(options.rate * options.seconds))))
    while not idle.empty():
        idle.get_nowait().close()
    times.sort()

    def share(part):
        return times[min(len(times) - 1, int(len(times) * part))]

    print(
        f"{len(times)} requests to {path}, {options.rate} a second: {len(errors)} errors, "
        f"mean {statistics.mean(times):.1f} ms, p50 {share(0.5):.1f} ms, p90 {share(0.9):.1f} ms, "
        f"p99 {share(0.99):.1f} ms, longest {times[-1]:.1f} ms")
    for error in errors[:5]:
        print("  " + error)
    return not errors and share(0.99) < LIMIT


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--url", type=urllib.parse.urlsplit, default=urllib.parse.urlsplit("http://127.0.0.1:8080"))
parser.add_argument("--rate", type=int, default=200, choices=range(1, 1001), metavar="1–1000")
parser.add_argument("--seconds", type=int, default=20, choices=range(1, 121), metavar="1–120")
parser.add_argument("--page", action="store_true", help="search pages with their places, not the interface")
arguments = parser.parse_args()
if arguments.url.hostname not in ("127.0.0.1", "localhost", "::1"):
    parser.error("loopback only")
sys.exit(0 if asyncio.run(run(arguments)) else 1)
