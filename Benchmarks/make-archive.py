#!/usr/bin/env python3
"""Makes an archive of any size out of posts, to measure how kiji grows.

usage: Benchmarks/make-archive.py OUTPUT --articles N POSTS...

Posts are taken in turn. The first round is left as it is; in each later one, one word in twenty of the body (a run of kanji,
katakana or Latin letters outside of code blocks) is exchanged for another of its kind from all posts, so that articles differ as
posts do and the vocabulary stays that of people. The same arguments give the same bytes.
"""
import argparse
import itertools
import pathlib
import random
import re

WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[\u30a1-\u30f6\u30fc]{2,}|(?<![\w/.:#-])[A-Za-z]{3,}(?![\w/.:-])")
CODE = re.compile(r"(^```.*?^```$)", re.M | re.S)
HEAD = re.compile(r"\A---\n.*?\n---\n", re.S)
SHARE = 1 / 20


def kind(word):
    first = word[0]
    return "latin" if first < "\u3000" else "kana" if "\u30a0" < first < "\u3100" else "han"


def parts(text):
    """The front matter, and the body in pieces that are prose and code by turns."""
    head = HEAD.match(text)
    start = head.end() if head else 0
    return text[:start], CODE.split(text[start:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("posts", nargs="+", type=pathlib.Path)
    parser.add_argument("--articles", type=int, required=True)
    arguments = parser.parse_args()
    paths = sorted(p for folder in arguments.posts for p in folder.rglob("*.md") if p.is_file())
    texts = [path.read_bytes().decode("utf-8", "replace") for path in paths]
    pool = {"latin": [], "kana": [], "han": []}
    for text in texts:
        for piece in parts(text)[1][::2]:
            for word in WORD.findall(piece):
                pool[kind(word)].append(word)
    for number, order in zip(range(arguments.articles), itertools.cycle(range(len(paths)))):
        text, turn = texts[order], number // len(paths)
        if turn:
            chance = random.Random(f"{number}")

            def changed(match):
                word = match.group()
                return chance.choice(pool[kind(word)]) if chance.random() < SHARE else word

            head, pieces = parts(text)
            pieces[::2] = [WORD.sub(changed, piece) for piece in pieces[::2]]
            text = head + "".join(pieces)
        # A thousand to a folder, as no person would keep them, but no file system minds.
        folder = arguments.output / f"{number // 1000:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06d}-{paths[order].stem}"[:200]).with_suffix(".md").write_bytes(text.encode())


main()
