import pytest

from domain.refusals import Refusal
from domain.schedule_words import describe, take
from domain.schedules import cron
from services.words import Words


@pytest.mark.parametrize(
    ("text", "expression", "rest"),
    [
        ('"0 20 * * 5" Quiz night', "0 20 * * 5", " Quiz night"),
        ("“0 20 * * 5” 竞猜", "0 20 * * 5", " 竞猜"),
        ("0 20 * * 5 5 seats left", "0 20 * * 5", " 5 seats left"),
        ("30 9 1 * * First", "30 9 1 * *", " First"),
        ("0 9 * * mon-fri Good morning", "0 9 * * mon-fri", " Good morning"),
        ("daily 09:00 Good morning", "0 9 * * *", " Good morning"),
        ("Daily 9:00\nGood morning", "0 9 * * *", "\nGood morning"),
        ("every day 21:05 Good night", "5 21 * * *", " Good night"),
        ("每天 09:00 早上好", "0 9 * * *", " 早上好"),
        ("每日9：30早上好", "30 9 * * *", "早上好"),
        ("every fri 20:00 Quiz", "0 20 * * 5", " Quiz"),
        ("every Friday 20:00 Quiz", "0 20 * * 5", " Quiz"),
        ("every mon, wed and sun 20:00 Quiz", "0 20 * * 0,1,3", " Quiz"),
        ("每周五 20:00 竞猜", "0 20 * * 5", " 竞猜"),
        ("每周一三五 20:00 竞猜", "0 20 * * 1,3,5", " 竞猜"),
        ("每星期天20:00 竞猜", "0 20 * * 0", " 竞猜"),
        ("每周一和周四 20:00 竞猜", "0 20 * * 1,4", " 竞猜"),
        ("weekdays 18:00 Stand-up", "0 18 * * 1-5", " Stand-up"),
        ("工作日 18:00 站会", "0 18 * * 1-5", " 站会"),
        ("每个工作日 18:00 站会", "0 18 * * 1-5", " 站会"),
        ("周末 10:00 读书", "0 10 * * 0,6", " 读书"),
        ("every fri at 20:00 Quiz", "0 20 * * 5", " Quiz"),
        ("daily 9am Good morning", "0 9 * * *", " Good morning"),
        ("daily 9:30 PM Good night", "30 21 * * *", " Good night"),
        ("daily 12am Midnight", "0 0 * * *", " Midnight"),
        ("每天9点早上好", "0 9 * * *", "早上好"),
        ("每天 晚上8点半 夜读", "30 20 * * *", " 夜读"),
        ("每周五 下午3点15分 茶歇", "15 15 * * 5", " 茶歇"),
        ("monthly 1 10:00 Rent", "0 10 1 * *", " Rent"),
        ("every month on the 15th at 10:00 Rent", "0 10 15 * *", " Rent"),
        ("每月1日 10:00 交租", "0 10 1 * *", " 交租"),
        ("每月 15 号 10点 交租", "0 10 15 * *", " 交租"),
        ('"every fri 20:00" Quiz', "0 20 * * 5", " Quiz"),
    ],
)
def test_a_text_begins_with_its_schedule(text: str, expression: str, rest: str) -> None:
    trigger, end = take(text)
    assert trigger.cron == expression
    assert text[end:] == rest
    assert cron(trigger.cron) == trigger


@pytest.mark.parametrize(
    "text",
    ["", "hello", "daily", "daily 25:00 x", "每天 25点 x", "monthly 10:00 x", "every 5 minutes x", "daily 9:0 x"],
)
def test_what_is_not_a_schedule_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        take(text)
    assert refused.value.phrase.key == "posts-when-unknown"


@pytest.mark.parametrize(
    ("expression", "english", "chinese"),
    [
        ("0 9 * * *", "every day at 09:00", "每天 09:00"),
        ("30 9,21 * * *", "every day at 09:30, 21:30", "每天 09:30, 21:30"),
        ("0 18 * * 1-5", "Monday to Friday at 18:00", "工作日 18:00"),
        ("0 10 * * 6,7", "every Sat and Sun at 10:00", "周末 10:00"),
        ("0 20 * * 5", "every Fri at 20:00", "每周五 20:00"),
        ("0 20 * * 0,1,3", "every Mon, Wed, Sun at 20:00", "每周一、三、日 20:00"),
        ("0 9 1 * *", "on day 1 of every month at 09:00", "每月 1 日 09:00"),
        ("0 */2 * * *", "by cron <code>0 */2 * * *</code>", "按 cron <code>0 */2 * * *</code>"),
        ("0 9 * * 5#1", "by cron <code>0 9 * * 5#1</code>", "按 cron <code>0 9 * * 5#1</code>"),
        ("0 9 1 1 *", "by cron <code>0 9 1 1 *</code>", "按 cron <code>0 9 1 1 *</code>"),
    ],
)
def test_a_schedule_is_described_in_plain_words(expression: str, english: str, chinese: str, words: Words) -> None:
    said = {
        language: words.html(describe(cron(expression)), language=language, timezone="UTC") for language in ("en", "zh")
    }
    assert said == {"en": english, "zh": chinese}


def test_a_wrong_field_is_named_in_the_reader_s_language(words: Words) -> None:
    def complaint(expression: str, language: str) -> str:
        with pytest.raises(Refusal) as refused:
            cron(expression)
        return words.plain(refused.value.phrase, language=language, timezone="UTC")

    assert "hour" in complaint("0 24 * * 5", "en")
    assert "小时" in complaint("0 24 * * 5", "zh")
    assert "2 月" not in complaint("0 20 * * 8", "zh")
