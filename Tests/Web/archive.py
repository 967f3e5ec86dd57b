"""An archive that has something for every chart, for the checks in this folder."""
import os
import pathlib
import subprocess

SUBJECTS = [("NVIDIA", "半導体"), ("OpenAI", "言語モデル"), ("Google", "検索"), ("トヨタ自動車", "電気自動車"), ("任天堂", "ゲーム")]


def post(number):
    """A post of an archive that has something for every chart."""
    month = number % 9 + 1
    # What is spoken of changes: the first subject is that of the first months, the last that of the last.
    (name, topic) = SUBJECTS[0 if month < 3 else 4 if month > 7 else number % 5]
    (other, _) = SUBJECTS[(number + 1 + number // 7) % 5]
    return f"""---
title: {name}と{topic}の話 その{number}
date: 2025-{month:02}-{number % 27 + 1:02}
tags: [{topic}, {name}, ニュース]
categories: [{["企業", "技術", "暮らし"][number % 3]}]
excerpt: {name}と{topic}の話 その{number}
readingTime: 9
---

## {topic}の今

{name}は{other}と提携し、{topic}の新しい事業に{number + 3}億円を投資すると発表した。とても素晴らしい計画だ。

しかし{topic}の価格は高く、利用者の不満も少なくない。{name}と{other}は、来年度までに{number * 7 + 12}%の値下げを目指す。

- {topic}は便利になった
- サーバは{number}台、サーバーの電力は足りない

この文章はどの記事にも同じように書いてあり、読む人には何の役にも立たないものだ。
"""


def make_archive(folder):
    """Writes posts into a folder, and their index into out."""
    (folder / "posts").mkdir()
    for number in range(60):
        (folder / "posts" / f"post-{number:02}.md").write_text(post(number), encoding="utf-8")
    for file in (pathlib.Path(os.environ["KIJI_ROOT"]) / "samples").iterdir():
        (folder / "posts" / file.name).write_bytes(file.read_bytes())
    subprocess.run(
        [os.environ["KIJI_BINARY"], "batch", "posts", "--output", "out", "--quiet"], cwd=folder, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
