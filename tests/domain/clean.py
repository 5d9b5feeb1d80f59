"""What people write in groups, in many languages, with nothing to hide; and entries that must not be found in it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beginnings, middles and ends that make sentences in any combination.
LANGUAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("Good morning all,", "Hi @maria_k,", "FYI:", "Sorry I'm late,", "@tom e-mail me:", "P.S."),
        (
            "the v2.0.1 build is up",
            "I've re-signed the form",
            "the mp3s are on node.js",
            "my iPhone15 died",
            "it's a well-known bug",
        ),
        (
            "see you at 5pm!",
            "e.g. on the U.S. site.",
            "A/B testing is on, 50/50.",
            "covid19 rules apply",
            "10k steps, 3rd day :)",
            "ok?",
        ),
    ),
    "de": (
        ("Guten Morgen zusammen,", "Übrigens:", "Hallo Jörg,", "Entschuldigung,"),
        ("die Straße ist gesperrt", "das Gehäuse fehlt noch", "wir treffen uns um 18:30", "ich war gestern krank"),
        ("bis später!", "z. B. am Bahnhof.", "u. a. wegen Größe M", "Grüße aus Köln"),
    ),
    "fr": (
        ("Bonjour à tous,", "Désolé,", "Ça va ?", "L'été dernier,"),
        ("l'élève préféré a été récompensé", "le château était fermé", "où est le café", "j'ai déjà mangé"),
        ("à bientôt !", "c'est-à-dire demain.", "n'est-ce pas ?", "voilà, merci"),
    ),
    "es": (
        ("Buenos días,", "Feliz año nuevo,", "Oye,", "Mañana"),
        ("el niño sueña", "la reunión será aquí", "cuánto cuesta el piñón", "está lloviendo más"),
        ("¡nos vemos!", "¿qué opinas?", "gracias, señor", "después hablamos"),
    ),
    "tr": (
        ("Günaydın arkadaşlar,", "Merhaba,", "Özür dilerim,"),
        ("güçlü bir sürüm çıktı", "öğütücü bozuldu", "ışıklar söndü"),
        ("görüşürüz", "değil mi?", "çok teşekkürler"),
    ),
    "vi": (
        ("Chào mọi người,", "Xin lỗi,", "Hôm nay"),
        ("tôi được nghỉ trước", "người bán rượu đường", "bạn bè uống cà phê"),
        ("hẹn gặp lại!", "cảm ơn nhiều", "phải không?"),
    ),
    "ru": (
        ("Доброе утро,", "Всем привет!", "Кстати,", "Маша,", "А"),
        (
            "сор из избы не выносят",
            "у нас 3 комнаты и хата",
            "там росток и тмин",
            "вот мой телефон iPhone",
            "он сам в Москве",
        ),
        ("до 18:00.", "т. е. завтра", "и т. д.", "ну и ну!", "с 5 до 7"),
    ),
    "uk": (
        ("Доброго ранку,", "Привіт усім!", "До речі,"),
        ("сьогодні їдемо до Києва", "він тут сам", "є нова версія Python 3.12"),
        ("до зустрічі", "о 18:00.", "чи не так?"),
    ),
    "el": (
        ("Καλημέρα σε όλους,", "Γεια σας,", "Λοιπόν,"),
        ("το νερό είναι κρύο", "η τιμή του ήταν 5 €", "ο χάρτης και ο τόπος"),
        ("τα λέμε!", "ναι ή όχι;", "π.χ. αύριο"),
    ),
    "zh": (
        ("大家早上好，", "不好意思，", "@小王 ", "今天天气不错 ", "好的👌"),
        ("我明天加班，微信上说", "这个功能很好用", "价格是3.5元/斤", "他免职以后去兼任教职", "刷牙的单子在群文件里"),
        ("下午3点见！", "谢谢🙏", "你觉得呢？", "A、B 两组都行", "改 了 吗"),
    ),
    "ja": (
        ("おはようございます、", "すみません、", "ところで、"),
        ("今日の会議は15時からです", "カメラを忘れました", "Python3の本を読んだ"),
        ("よろしくお願いします。", "ですよね？", "また明日！"),
    ),
    "ko": (
        ("안녕하세요,", "죄송합니다,"),
        ("오늘 회의는 3시입니다", "이 책 참 좋다"),
        ("감사합니다!", "그렇죠?"),
    ),
    "ar": (
        ("صباح الخير،", "السلام عليكم،"),
        ("الاجتماع في الساعة ٥", "هذا الكتاب جميل جدًا"),
        ("شكرا جزيلا", "أليس كذلك؟"),
    ),
    "hi": (
        ("नमस्ते दोस्तों,", "माफ़ कीजिए,"),
        ("आज की बैठक ५ बजे है", "यह किताब बहुत अच्छी है"),
        ("धन्यवाद!", "है ना?"),
    ),
}

# Words of one language that look like other words of another, or come of joining, turning and guessing.
WRITTEN = """
cop cap pot tam poc xata tmin poctok cam ano nino ete rue eleve tos lok covidig ok-5
sex scam casino viagra porn spam hell shit ass asses whore tit nude bet bets
bitcoin crypto usdt airdrop free money loan cash vip slots escort *coin sp?m fr*e
"free_money" "make*money" buynow clickhere =ok
казино кредит порно ставки заработок сосать καζίνο δωρεάν
加微信 兼职 刷单 换汇 博彩 代开 免费领 私聊 网赚 贷款
"""  # matching data, noqa: zh
ENTRIES = tuple(WRITTEN.split())


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence with its language."""
    for language, parts in LANGUAGES.items():
        gap = "" if language in {"zh", "ja"} else " "
        for words in product(*parts):
            yield language, gap.join(words)
