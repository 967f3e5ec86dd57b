"""Clients that mean harm, or are broken: each is refused, and the server answers the next one.

Loopback only, a few hundred connections at most.
"""
import pathlib
import signal
import socket
import sys
import tempfile
import time

from archive import make_archive
from server import Server

failures = []
count = 0


def check(is_true, what):
    global count
    count += 1
    if not is_true:
        failures.append(what)
        print(f"   FAILED {what}")


def connect(server):
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def received(client):
    """All that comes until the server closes."""
    data = b""
    try:
        while part := client.recv(65536):
            data += part
    except ConnectionError:
        pass
    return data


def ask(server, request):
    """The answer to a request as it is, which should end its connection."""
    with connect(server) as client:
        try:
            client.sendall(request)
        except ConnectionError:
            pass
        return received(client)


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def request(target, method="GET", host="localhost", body=b"", **fields):
    head = {"Host": host, "Connection": "close", **{name.replace("_", "-"): value for name, value in fields.items()}}
    if body:
        head.setdefault("Content-Length", str(len(body)))
    lines = [f"{method} {target} HTTP/1.1"] + [f"{name}: {value}" for name, value in head.items() if value is not None]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def lives(server, after):
    check(server.is_alive(), f"the server has ended after {after}")
    check(status(ask(server, request("/api/search?q=GPU"))) == 200, f"the server does not answer after {after}")


with tempfile.TemporaryDirectory() as folder:
    make_archive(pathlib.Path(folder))
    server = Server(folder)

    # Slow clients, begun first: they are waited for at the end.
    slow = {"head": connect(server), "body": connect(server), "silent": connect(server)}
    begun = time.monotonic()
    slow["head"].sendall(b"GET / HTTP/1.1\r\nHost: local")
    slow["body"].sendall(request("/api/analyze", "POST", Content_Type="application/json", Content_Length="1000"))
    crowd = [connect(server) for _ in range(200)]
    for client in crowd:
        client.sendall(b"POST /api/analyze HTTP/1.1\r\n")
    lives(server, "200 slow clients")

    # Foreign hosts, as fields and in targets.
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil.example", "192.168.1.1"]:
        answer = ask(server, request("/api/search?q=GPU", host=host))
        check(status(answer) == 421, f"Host {host}: {answer[:40]}")
    for target in ["http://evil.example/api/search?q=GPU", "HTTP://evil.example:80/", "https://evil.example?x", "http://localhost@evil.example/"]:
        answer = ask(server, request(target))
        check(status(answer) == 421, f"{target}: {answer[:40]}")
    check(status(ask(server, request("http://localhost/api/search?q=GPU"))) == 200, "absolute form with the own host")
    check(status(ask(server, request("/", host=None))) == 400, "no Host")
    both = b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    check(status(ask(server, both)) == 421, "two Hosts")
    lives(server, "foreign hosts")

    # Paths.
    for target in [
        "/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd",
        "/articles/..\\..\\index.sqlite", "/%00/etc/passwd", "/index.sqlite", "/out/index.sqlite", "/posts/post-00.md",
        "file:///etc/passwd", "/articles/%252e%252e/index.html", "/api/article?path=/etc/passwd",
        "/api/article?path=../../etc/passwd", "/" + "a/" * 5_000, "/%", "etc/passwd", "*",
    ]:
        answer = ask(server, request(target))
        check(status(answer) in (400, 404), f"{target[:60]}: {answer[:40]}")
        check(b"root:" not in answer and b"SQLite format" not in answer, f"{target[:60]} gives a file away")
    lives(server, "path tricks")

    # Bodies.
    json_type = {"Content_Type": "application/json"}
    for body in [b"{", b"[]", b'{"text": 1}', b"\xff\xfe", b'{"text": "\\ud800"}', b"[" * 100_000, b'{"text":' * 50_000, b"\0" * 100]:
        answer = ask(server, request("/api/analyze", "POST", body=body, **json_type))
        check(status(answer) == 400 and b"serve.body" in answer, f"{body[:20]}: {answer[:40]}")
    large = b'{"text": "' + b"a" * (2 << 20) + b'"}'
    check(status(ask(server, request("/api/analyze", "POST", body=large, **json_type))) == 413, "2 MiB are not refused")
    check(status(ask(server, request("/compose", "POST", body=b"text=" + large))) in (413, 415), "a large form")
    chunk = b"%x\r\n" % (256 << 10) + b"a" * (256 << 10) + b"\r\n"
    chunked = request("/api/analyze", "POST", Transfer_Encoding="chunked", **json_type)
    check(status(ask(server, chunked + chunk * 8)) == 413, "2 MiB in chunks are not refused")
    liar = request("/api/analyze", "POST", Content_Length="99999999999", **json_type)
    check(status(ask(server, liar + b"{")) == 413, "a length that is a lie")
    huge = b'{"text": "' + "猫".encode() * 300_000 + b'"}'
    check(status(ask(server, request("/api/analyze", "POST", body=huge, **json_type))) == 200, "900 KB in one sentence")
    lives(server, "bodies")

    # What is no HTTP at all, and what is too much of it.
    for data in [
        b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"\r\n" * 100, b"GET / HTTP/9.9\r\n\r\n", b"\0" * 4_096,
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(500)) + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", b"B@D / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]:
        with connect(server) as client:
            try:
                client.sendall(data)
                client.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer = received(client)
        check(status(answer) in (None, 200, 400, 405, 413, 414, 431), f"{data[:30]}: {answer[:40]}")
    lives(server, "what is no HTTP")

    # A connection is used several times; requests that come at once are answered in order.
    with connect(server) as client:
        client.sendall(request("/style.css", Connection="keep-alive") * 3 + request("/api/search?q=GPU"))
        check(received(client).count(b"HTTP/1.1 200") == 4, "four requests at once")
    with connect(server) as client:
        client.sendall(b"GET /style.css HTTP/1.0\r\nHost: localhost\r\n\r\n")
        check(status(received(client)) == 200, "HTTP/1.0")

    # A client that asks for much and reads nothing holds nothing but its own connection.
    deaf = connect(server)
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    deaf.settimeout(1)
    try:
        deaf.sendall(request("/index.html", Connection="keep-alive") * 300)
    except OSError:
        pass
    lives(server, "a client that does not read")
    deaf.close()

    # The slow ones are let go: a byte from time to time gains nothing.
    answers = {}
    for client in slow.values():
        client.settimeout(0.5)
    open_ones = dict(slow)
    while open_ones and time.monotonic() - begun < 40:
        for name in list(open_ones):
            client = open_ones[name]
            try:
                if name != "silent":
                    client.sendall(b"a")
                part = client.recv(65536)
                if part:
                    answers[name] = answers.get(name, b"") + part
                    continue
            except TimeoutError:
                continue
            except OSError:
                pass
            answers.setdefault(name, b"")
            answers[name + " after"] = time.monotonic() - begun
            del open_ones[name]
    check(not open_ones, f"still open after 40 s: {list(open_ones)}")
    for name, limit in [("head", 14), ("silent", 14), ("body", 20)]:
        seconds = answers.get(name + " after", 99)
        check(seconds < limit, f"the slow client ({name}) is let go after {seconds:.0f} s")
    check(status(answers.get("body", b"")) == 408, f"a slow body is answered with {answers.get('body', b'')[:40]}")
    for client in crowd:
        client.settimeout(1)
    check(all(received(client) == b"" for client in crowd), "a slow client of the crowd is still there")
    lives(server, "slow clients")

    # It ends when told to, also with a client that is in the middle of a request.
    half = connect(server)
    half.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    start = time.monotonic()
    check(server.stop(signal.SIGINT) == 0, "SIGINT does not end it with 0")
    check(time.monotonic() - start < 12, f"it ended after {time.monotonic() - start:.1f} s")
    half.close()
    check(len(server.said) == 1, f"the server said: {server.said[1:4]}")

    # Other interfaces only where asked for, and with a warning; a port that is taken is told of.
    server = Server(folder, "--host", "0.0.0.0", "--allow-host", "kiji.test")
    check(any("serve.exposed" in line for line in server.said), "no warning for 0.0.0.0")
    check(status(ask(server, request("/style.css", host="kiji.test:80"))) == 200, "--allow-host")
    check(status(ask(server, request("/style.css", host="evil.example"))) == 421, "a foreign host at 0.0.0.0")
    try:
        Server(folder, "--host", "0.0.0.0", "--port", str(server.port)).stop()
        check(False, "two servers at one port")
    except RuntimeError as error:
        check("serve.cannot-listen" in str(error), str(error))
    check(server.stop() == 0, "SIGTERM does not end it with 0")

print(f"   {count} checks, {len(failures)} failed")
sys.exit(bool(failures))
