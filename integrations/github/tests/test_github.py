"""The steps of action.yml and the hooks of pre-commit, run in a blog repository.

KIJI names the command. What GitHub does itself is done here by the letter of its documentation: inputs become environment
variables, `if` decides, and each step runs in `bash --noprofile --norc -eo pipefail`.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
KIJI = os.environ.get("KIJI", str(ROOT / ".build/release/kiji"))

GOOD = """---
title: 青葉電算が新しいデータセンターを建てる
date: 2025-11-02
tags: [データセンター, 青葉電算]
excerpt: 青葉電算は来年度、国内3か所に合計1,200億円を投じてデータセンターを建てる。
---

青葉電算は来年度、国内3か所に合計1,200億円を投じてデータセンターを建てる。電力は再生可能エネルギーで賄う。
"""
BAD = GOOD.replace("title: 青葉電算が新しいデータセンターを建てる", "title: 1,200億円の計画を読む").replace("tags: [データセンター, 青葉電算]\n", "tags: [量子計算]\n").replace(
    "excerpt: 青葉電算は来年度、国内3か所に合計1,200億円を投じてデータセンターを建てる。", "excerpt: 皆さんこんにちは。今日は")


class Blog:
    """A repository with two posts, in a folder whose name has a space."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.temporary.name) / "my blog"
        (self.path / "_posts").mkdir(parents=True)
        (self.path / "_posts/good.md").write_text(GOOD, encoding="utf-8")
        (self.path / "_posts/bad post.md").write_text(BAD, encoding="utf-8")
        self.git("init", "-q")
        self.git("add", ".")

    def git(self, *arguments):
        names = ["-c", "user.name=kiji", "-c", "user.email=kiji@localhost"]
        subprocess.run(["git", *names, *arguments], cwd=self.path, check=True, stdout=subprocess.DEVNULL)


class ActionTest(unittest.TestCase):
    def setUp(self):
        self.blog = Blog()
        self.addCleanup(self.blog.temporary.cleanup)
        self.action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

    def run_action(self, **given):
        """Runs the steps; their statuses, outputs and texts by id."""
        inputs = {name: value["default"] for name, value in self.action["inputs"].items()}
        unknown = {name.replace("_", "-") for name in given} - set(inputs)
        self.assertFalse(unknown)
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        found = {}
        for step in self.action["runs"]["steps"]:
            if "run" not in step or not self.holds(step.get("if", "true"), inputs):
                continue
            outputs = pathlib.Path(self.blog.temporary.name) / f"{step['id']}.outputs"
            values = {
                name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], value)
                for name, value in step["env"].items()
            }
            environment = os.environ | values | {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(outputs)}
            script = pathlib.Path(self.blog.temporary.name) / "step.sh"
            script.write_text(step["run"])
            result = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.blog.path, env=environment,
                stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8")
            told = dict(line.split("=", 1) for line in outputs.read_text().splitlines()) if outputs.exists() else {}
            found[step["id"]] = (result.returncode, told, result.stdout + result.stderr)
            if result.returncode:
                break
        return found

    def holds(self, condition, inputs):
        if condition == "true":
            return True
        name, sign, value = re.fullmatch(r"inputs\.([\w-]+) (==|!=) '(.*)'", condition).groups()
        return (inputs[name] == value) == (sign == "==")

    def test_findings_are_annotations_and_fail_the_job(self):
        steps = self.run_action(paths="_posts", kiji=KIJI, batch_output=".kiji")
        status, outputs, text = steps["check"]
        self.assertEqual(status, 1, text)
        self.assertRegex(text, r"(?m)^::warning file=_posts/bad post\.md,line=4,col=8,title=front-matter\.tag-unsupported::")
        self.assertNotIn("good.md", text)
        self.assertEqual(outputs, {"findings": "1"})
        self.assertNotIn("batch", steps, "a failed step ends the job")

    def test_findings_may_pass_and_the_archive_is_analyzed(self):
        steps = self.run_action(
            paths="\n  _posts/good.md\n\n  _posts/bad post.md\n", kiji=KIJI, fail_on_findings="false", batch_output="out dir",
            arguments="--jobs=1\n--quiet\n")
        self.assertEqual([step[0] for step in steps.values()], [0, 0], steps)
        self.assertEqual(steps["batch"][1], {"articles": "2"})
        self.assertTrue((self.blog.path / "out dir/archive.json").exists())

    def test_a_blog_in_order_passes(self):
        (self.blog.path / "_posts/bad post.md").unlink()
        status, outputs, text = self.run_action(paths="_posts", kiji=KIJI)["check"]
        self.assertEqual((status, outputs), (0, {"findings": "0"}), text)

    def test_what_cannot_be_read_fails_whatever_is_set(self):
        steps = self.run_action(paths="nowhere", kiji=KIJI, fail_on_findings="false")
        self.assertEqual(steps["check"][0], 2)

    def test_inputs_are_never_code(self):
        self.run_action(paths="$(touch told)\n`touch told`\n; touch told", kiji=KIJI, arguments="; touch told")
        self.assertFalse((self.blog.path / "told").exists())

    def test_every_input_is_used(self):
        text = (ROOT / "action.yml").read_text(encoding="utf-8")
        for name in self.action["inputs"]:
            self.assertRegex(text, rf"inputs\.{name}\b")


class HookTest(unittest.TestCase):
    """Both hooks by pre-commit itself, from a repository of hooks whose kiji is built already."""

    def setUp(self):
        self.blog = Blog()
        self.addCleanup(self.blog.temporary.cleanup)
        self.hooks = pathlib.Path(self.blog.temporary.name) / "hooks"
        (self.hooks / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", self.hooks)
        script = self.hooks / "scripts/kiji"
        script.write_text(f'#!/bin/sh\nexec "{KIJI}" "$@"\n')
        script.chmod(0o755)
        for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "hooks"]):
            names = ["-c", "user.name=kiji", "-c", "user.email=kiji@localhost"]
            subprocess.run(["git", *names, *arguments], cwd=self.hooks, check=True)

    def run_hook(self, name, *arguments):
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(self.hooks), name, *arguments]
        environment = os.environ | {"PRE_COMMIT_HOME": str(pathlib.Path(self.blog.temporary.name) / "cache")}
        return subprocess.run(
            command, cwd=self.blog.path, env=environment, capture_output=True, text=True, encoding="utf-8",
            stdin=subprocess.DEVNULL)

    def test_the_check_looks_at_committed_posts(self):
        result = self.run_hook("kiji-front-matter", "--files", "_posts/bad post.md")
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn("_posts/bad post.md:", result.stdout)
        self.assertIn("[front-matter.", result.stdout)
        result = self.run_hook("kiji-front-matter", "--files", "_posts/good.md")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_the_batch_writes_the_archive(self):
        result = self.run_hook("kiji-batch", "--hook-stage", "manual")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertTrue((self.blog.path / ".kiji/index.sqlite").exists())


if __name__ == "__main__":
    unittest.main()
