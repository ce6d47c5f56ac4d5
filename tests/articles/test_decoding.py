import pytest

from graph.articles.decoding import decode
from graph.errors import DamagedError, FormatError
from tests.articles.reading import PROSE, one, refused

TEXT = f"A title\nJosé Muñoz — “señor” — spoke. {PROSE}"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-32", "UTF-32-LE"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_encodings_are_read_and_told(encoding: str, told: str) -> None:
    article = one("a.txt", TEXT.encode(encoding))
    assert article.text == TEXT.partition("\n")[2]
    assert any(told in notice for notice in article.notices)


def test_latin_1_with_its_controls_is_read_and_told() -> None:
    article = one("a.txt", f"A title\nJosé\x81 said. {PROSE}".encode("latin-1"))
    assert article.text.startswith("José  said.")
    assert any("Latin-1" in notice for notice in article.notices)
    assert any("1 control character replaced" in notice for notice in article.notices)


def test_plain_utf_8_is_not_told() -> None:
    assert one("a.txt", TEXT).notices == ()


def test_cyrillic_in_an_old_encoding_is_refused_not_garbled() -> None:
    error = refused("a.txt", ("Парламент принял закон о воде во втором чтении. " * 9).encode("cp1251"))
    assert isinstance(error, DamagedError)
    assert "UTF-8" in error.remedy


def test_a_broken_utf_16_file_is_refused() -> None:
    assert isinstance(refused("a.txt", b"\xff\xfe\x00\xd8" + "abc".encode("utf-16-le")), DamagedError)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"PK\x03\x04abcdefgh",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08\x00",
        b"\x7fELF\x02",
        b"\xd0\xcf\x11\xe0\xa1",
        b"{\\rtf1 hello}",
        bytes(range(256)) * 8,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.xml"])
def test_binary_content_is_refused_whatever_its_name(name: str, content: bytes) -> None:
    error = refused(name, content)
    assert isinstance(error, FormatError)
    assert error.place == name


def test_few_control_characters_are_no_binary_file() -> None:
    article = one("a.txt", f"A title\nAn\x00odd\x07word. {PROSE}")
    assert article.text.startswith("An odd word.")
    assert article.notices == ("2 control characters replaced by spaces",)


@pytest.mark.parametrize("declared", ["punycode", "utf-7", "zip", "unicode_escape", "nonsense", "undefined"])
def test_odd_declared_encodings_are_not_used(declared: str) -> None:
    assert decode("José spoke".encode("cp1252"), place="x", declared=declared).text == "José spoke"


def test_a_declared_encoding_is_used_where_it_fits() -> None:
    content = "Gołąb spoke".encode("iso8859-2")
    assert decode(content, place="x", declared="ISO-8859-2").text == "Gołąb spoke"


def test_valid_utf_8_wins_over_what_the_file_says() -> None:
    assert decode("José".encode(), place="x", declared="iso-8859-1").text == "José"
