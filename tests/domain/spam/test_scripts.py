import pytest

from domain.spam.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("hello there", "latin"),
        ("où est la gare", "latin"),
        ("привет всем", "cyrillic"),
        ("дякую, їжачок", "cyrillic"),
        ("大家好", "han"),
        ("用 docker compose 部署服务", "han"),
        ("先看一下 readme", "han"),
        ("これは日本語です", "hiragana"),
        ("東京でコーヒーを飲む", "hiragana"),
        ("안녕하세요 여러분", "hangul"),
        ("مرحبا بالجميع", "arabic"),
        ("สวัสดีครับ", "thai"),
        ("γεια σας", "greek"),
        ("12345 !!", "none"),
        ("", "none"),
    ],
)
def test_a_text_is_in_the_script_most_of_it_is_written_in(text: str, script: str) -> None:
    assert script_of(text) == script
