import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph.articles
from graph.articles import limits, read_bytes, read_inputs
from graph.articles.formats import FORMATS
from graph.errors import DamagedError, FormatError, InputError, LimitError, NoTextError
from graph.model import Article
from tests.articles.reading import PROSE, SENTENCE, articles, errors, packed, read


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ids(*inputs: Path) -> list[str]:
    return [article.id for article in articles(list(read_inputs(inputs)))]


def test_folders_are_read_to_the_bottom_in_the_order_of_paths(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"b/2.txt": f"T\n{PROSE}", "b/1.md": PROSE, "a.json": f'{{"text": "{PROSE}"}}', "c/d/e.txt": PROSE},
    )
    assert ids(tmp_path) == ["a", "1", "2", "e"]


def test_the_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": f"T\n{PROSE}", "y/a.txt": f"T\n{SENTENCE}", "z.txt": f"T\n{PROSE}"})
    there = list(read_inputs([tmp_path / "x", tmp_path / "y", tmp_path / "z.txt"]))
    back = list(read_inputs([tmp_path / "z.txt", tmp_path / "y", tmp_path / "x"]))
    assert there == back
    assert [item.id for item in articles(there)] == ["a", "a-2", "z"]


def test_bad_files_do_not_stop_the_batch(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.txt": f"T\n{PROSE}",
            "b.txt": b"",
            "c.json": "{",
            "d.txt": bytes(range(256)) * 9,
            "e.txt": "T\n" + "word " * 1_200_000,
            "f.html": "<ul><li>x</ul>",
            "g.txt": f"T\n{SENTENCE}",
        },
    )
    items = list(read_inputs([tmp_path]))
    assert [article.id for article in articles(items)] == ["a", "g"]
    assert [(type(error), Path(error.place).name) for error in errors(items)] == [
        (NoTextError, "b.txt"),
        (DamagedError, "c.json"),
        (FormatError, "d.txt"),
        (LimitError, "e.txt"),
        (NoTextError, "f.html"),
    ]


def test_every_file_that_is_not_read_is_told_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.txt": f"T\n{PROSE}",
            "b.pdf": "x",
            "Makefile": "x",
            ".c.txt": "x",
            ".git/config": "x",
            ".git/a/b": "x",
        },
    )
    told = {Path(error.place).name: error for error in errors(list(read_inputs([tmp_path])))}
    assert sorted(told) == [".c.txt", ".git", "Makefile", "b.pdf"]
    assert all(isinstance(error, FormatError) for error in told.values())
    assert ".zip" in told["b.pdf"].remedy


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    write(tmp_path, {".a.txt": f"T\n{PROSE}"})
    assert ids(tmp_path / ".a.txt") == [".a"]


def test_suffixes_are_read_in_any_case(tmp_path: Path) -> None:
    write(tmp_path, {"A.TXT": f"T\n{PROSE}"})
    assert ids(tmp_path) == ["A"]


@pytest.mark.parametrize("name", ["missing.txt", "missing", "missing/x.md", "x\x00.txt"])
def test_a_missing_file_is_told(tmp_path: Path, name: str) -> None:
    (item,) = read_inputs([tmp_path / name])
    assert isinstance(item, InputError)
    assert "missing" in item.place or "x?" in item.place


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (item,) = read_inputs([tmp_path])
    assert isinstance(item, FormatError)


def test_links_to_files_are_read_and_to_folders_told(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt": f"T\n{PROSE}", "out/b.txt": f"T\n{SENTENCE}"})
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "out" / "b.txt")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing")
    items = list(read_inputs([tmp_path / "in"]))
    assert [article.id for article in articles(items)] == ["a", "c"]
    assert sorted(Path(error.place).name for error in errors(items)) == ["gone.txt", "loop"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"T\n{PROSE}"})
    assert list(read_inputs([tmp_path, tmp_path / "a.txt"])) == list(read_inputs([tmp_path]))


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_FILE_BYTES", 100)
    write(tmp_path, {"a.txt": "x" * 1_000})
    (item,) = read_inputs([tmp_path])
    assert isinstance(item, LimitError)
    assert "TEXT_FILE_BYTES" in item.problem


def test_the_same_article_again_is_told_and_skipped(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": f"T\n{PROSE}", "y/a.txt": f"T\n{PROSE}"})
    items = list(read_inputs([tmp_path]))
    assert [article.id for article in articles(items)] == ["a"]
    (error,) = errors(items)
    assert Path(error.place).parts[-2:] == ("y", "a.txt")
    assert "the same" in error.problem


def test_other_articles_of_one_name_get_numbers_and_a_notice() -> None:
    rows = [("a", "One."), ("a", "Two."), ("a-2", "Three."), ("a", "Four.")]
    content = json.dumps([{"id": identifier, "text": text} for identifier, text in rows])
    items = articles(read("x.json", content))
    assert [article.id for article in items] == ["a", "a-2", "a-2-2", "a-3"]
    assert [bool(article.notices) for article in items] == [False, True, True, True]


def test_another_date_makes_another_article() -> None:
    rows = '[{"id": "a", "text": "One."}, {"id": "a", "text": "One.", "published": "2026-02-07"}]'
    assert [article.id for article in articles(read("x.json", rows))] == ["a", "a-2"]


def test_file_dates_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"T\n{PROSE}"})
    first = list(read_inputs([tmp_path]))
    os.utime(tmp_path / "a.txt", (0, 0))
    assert list(read_inputs([tmp_path])) == first
    assert articles(first)[0].published is None


def test_an_archive_in_a_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": packed({"x.txt": f"T\n{PROSE}"})})
    assert ids(tmp_path) == ["x"]


def test_folders_in_the_name_of_an_upload_are_left_off() -> None:
    assert articles(read("C:\\fakepath\\water.txt", f"T\n{PROSE}"))[0].id == "water"
    assert articles(read("../../water.txt", f"T\n{PROSE}"))[0].id == "water"


@pytest.mark.parametrize("name", ["", "noname", "a.exe", ".txt", "a.txt ", "a.zip.exe"])
def test_an_upload_of_no_known_kind_is_refused(name: str) -> None:
    assert [type(item) for item in read(name, PROSE)] == [FormatError]


def test_every_limit_is_documented_and_named() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    names = [name for name in vars(limits) if name.isupper()]
    assert len(names) > 20
    for name in names:
        error = limits.beyond("x", name, place="p")
        assert name in str(error)
        assert f"{getattr(limits, name):,}" in str(error)
        assert source.count(f"\n{name} = ") == 1


def test_the_public_names_are_sorted_and_there() -> None:
    assert list(graph.articles.__all__) == sorted(graph.articles.__all__)
    for name in graph.articles.__all__:
        assert getattr(graph.articles, name).__doc__


def test_importing_loads_no_parser() -> None:
    heavy = "{'lxml', 'trafilatura', 'feedparser', 'yaml'}"
    script = f"import sys, graph.articles; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


SEEDS = {
    "a.txt": f"T\nPublished: 2026-02-07\n{PROSE}\nComments".encode(),
    "a.md": f'---\ntitle: "x"\npublished: 2026-02-07\n---\n\n{PROSE}'.encode(),
    "a.html": f"<html><title>T</title><body><article><p>{PROSE}</p></article></body></html>".encode(),
    "a.json": f'[{{"text": "{PROSE}", "id": 3}}, {{"text": "x y"}}]'.encode(),
    "a.jsonl": f'{{"text": "{PROSE}"}}\n{{"text": "x y"}}\n'.encode(),
    "a.csv": f'id,text\n1,"{PROSE}"\n2,x y\n'.encode(),
    "a.xml": (
        '<rss version="2.0"><channel><item><title>t</title>'
        f"<description>{PROSE}</description></item></channel></rss>"
    ).encode(),
    "b.xml": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>q</id>'
        f"<summary>{PROSE}</summary></entry></feed>"
    ).encode(),
    "a.zip": packed({"a.txt": f"T\n{PROSE}", "b.json": '{"text": "x y"}'}),
}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 2_000), st.integers(0, 40), st.binary(max_size=40))
def test_damaged_files_give_articles_or_errors_and_nothing_else(
    name: str, at: int, left_out: int, put_in: bytes
) -> None:
    seed = SEEDS[name]
    at %= len(seed) + 1
    for item in read_bytes(name, seed[:at] + put_in + seed[at + left_out :]):
        assert isinstance(item, Article | InputError)
        if isinstance(item, InputError):
            assert item.problem
            assert item.place.startswith(name)
        else:
            item.text.encode()
            item.title.encode()


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([suffix for known in FORMATS for suffix in known.suffixes] + [".zip"]),
)
def test_any_bytes_give_articles_or_errors_and_nothing_else(content: bytes, suffix: str) -> None:
    for item in read_bytes(f"x{suffix}", content):
        assert isinstance(item, Article | InputError)


def test_a_name_without_suffix_that_is_nowhere_is_told_as_missing(tmp_path: Path) -> None:
    (error,) = read_inputs([tmp_path / "nowhere"])
    assert isinstance(error, InputError)
    assert "there is no such file or folder" in str(error)
