"""Pictures of digits that people read and simple programs do not."""

from captcha.image import ImageCaptcha

WIDTH, HEIGHT = 280, 100
SIZES = (62, 70, 78)
MEDIA_TYPE = "image/png"


def draw(code: str) -> bytes:
    """The digits as a PNG; takes some tens of milliseconds, so that no transaction may wait for it."""
    return ImageCaptcha(width=WIDTH, height=HEIGHT, font_sizes=SIZES).generate(code).getvalue()
