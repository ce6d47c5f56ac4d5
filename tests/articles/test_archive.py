import io
import json
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from graph.articles import limits
from graph.errors import DamagedError, FormatError, LimitError, NoTextError
from tests.articles.reading import PROSE, SENTENCE, articles, errors, one, packed, read, refused


def test_members_are_read_in_the_order_of_their_names() -> None:
    content = packed(
        {"b/two.json": json.dumps({"text": PROSE}), "a/one.txt": f"T\n{PROSE}", "c.csv": "text\nx y\n"}
    )
    assert [article.id for article in articles(read("a.zip", content))] == ["one", "two", "c-1"]


def test_refused_members_are_told_with_archive_and_name() -> None:
    content = packed({"a.txt": f"T\n{PROSE}", "b.exe": "MZ", ".hidden.txt": "x", "c.json": "{", "d.txt": ""})
    items = read("news.zip", content)
    assert [article.id for article in articles(items)] == ["a"]
    assert [(type(error), error.place) for error in errors(items)] == [
        (FormatError, "news.zip: .hidden.txt"),
        (FormatError, "news.zip: b.exe"),
        (DamagedError, "news.zip: c.json"),
        (NoTextError, "news.zip: d.txt"),
    ]


def test_names_that_climb_out_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    content = packed(
        {
            "../../up.txt": f"T\n{PROSE}",
            "/etc/abs.txt": f"T\n{PROSE}",
            "..\\win.txt": f"T\n{PROSE}",
            "C:\\x\\y.txt": f"T\n{PROSE}",
        }
    )
    assert sorted(article.id for article in articles(read("a.zip", content))) == ["abs", "up", "win", "y"]
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "up.txt").exists()


def test_control_characters_of_names_do_not_reach_messages() -> None:
    assert read("a.zip", packed({"\x1b[31mx.exe": "x"}))[0].place == "a.zip: ?[31mx.exe"  # type: ignore[union-attr]


def test_a_bomb_is_stopped_while_unpacking() -> None:
    items = read("a.zip", packed({"bomb.jsonl": b"\0" * 150_000_000, "ok.txt": f"T\n{PROSE}"}))
    (error,) = errors(items)
    assert isinstance(error, LimitError)
    assert "ZIP_RATIO" in error.problem
    assert [article.id for article in articles(items)] == ["ok"]


def test_a_text_that_packs_well_is_no_bomb() -> None:
    rows = "\n".join(json.dumps({"id": f"n{n}", "text": f"{SENTENCE} {n}"}) for n in range(3_000))
    assert len(articles(read("a.zip", packed({"a.jsonl": rows})))) == 3_000


def test_everything_together_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_TOTAL_BYTES", 1_000)
    content = packed({f"{n}.txt": f"T {n}\n{PROSE}" for n in range(30)})
    items = read("a.zip", content)
    assert "ZIP_TOTAL_BYTES" in errors(items)[-1].problem
    assert 0 < len(articles(items)) < 30


def test_a_member_beyond_its_own_limit_is_refused_and_the_next_read() -> None:
    big = "".join(f"{n} {SENTENCE}\n" for n in range(60_000))
    items = read("a.zip", packed({"a.html": big, "b.txt": f"T\n{PROSE}"}))
    assert isinstance(errors(items)[0], LimitError)
    assert [article.id for article in articles(items)] == ["b"]


def test_sixty_thousand_entries_are_refused_before_the_directory_is_read() -> None:
    entry = b"PK\x01\x02" + b"\0" * 42
    error = refused("a.zip", b"PK\x03\x04" + entry * 60_000)
    assert isinstance(error, LimitError)
    assert "ZIP_MEMBERS" in error.problem


def test_nested_archives_are_not_opened() -> None:
    items = read("a.zip", packed({"inner.ZIP": packed({"a.txt": f"T\n{PROSE}"}), "b.txt": f"T\n{PROSE}"}))
    assert isinstance(errors(items)[0], FormatError)
    assert [article.id for article in articles(items)] == ["b"]


def test_links_are_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("passwords.txt")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    error = refused("a.zip", file.getvalue())
    assert isinstance(error, FormatError)
    assert "link" in error.problem


def test_encrypted_members_are_refused() -> None:
    content = bytearray(packed({"a.txt": f"T\n{PROSE}"}, zipfile.ZIP_STORED))
    content[6] |= 1
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    error = refused("a.zip", bytes(content))
    assert isinstance(error, FormatError)
    assert "encrypted" in error.problem


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_not_read(method: int) -> None:
    assert isinstance(refused("a.zip", packed({"a.txt": PROSE}, method)), FormatError)


def test_a_size_that_lies_is_damage() -> None:
    content = bytearray(packed({"a.txt": f"T\n{PROSE}"}, zipfile.ZIP_STORED))
    directory = content.index(b"PK\x01\x02")
    struct.pack_into("<L", content, directory + 24, 10)
    assert isinstance(refused("a.zip", bytes(content)), DamagedError)
    content = bytearray(packed({"a.txt": f"T\n{PROSE}" * 50}))
    content[60] ^= 0xFF
    assert isinstance(refused("a.zip", bytes(content)), DamagedError)


def test_members_of_one_name_are_told_apart() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", f"T\n{PROSE}")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", f"T\n{SENTENCE}")
    items = articles(read("a.zip", file.getvalue()))
    assert [(article.id, article.text) for article in items] == [("a", PROSE), ("a-2", SENTENCE)]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"no archive", packed({"a.txt": "x"})[:-5], packed({"a.txt": "x"})[10:]]
)
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    assert isinstance(refused("a.zip", content), DamagedError)


@pytest.mark.parametrize("members", [{}, {"folder/": ""}])
def test_an_empty_archive_has_no_text(members: dict[str, str]) -> None:
    assert isinstance(refused("a.zip", packed(members)), NoTextError)


def test_a_member_is_read_like_a_file() -> None:
    assert one("a.zip", packed({"x/water.md": f"---\ntitle: W\n---\n{PROSE}"})).title == "W"
