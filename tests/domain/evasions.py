"""The same words written so that a plain search misses them: fifteen kinds, in English and in Chinese."""

ENGLISH = '"free money"'
CHINESE = "加微信"

EVASIONS: dict[str, tuple[str, str]] = {
    "zero-width characters": ("get fr\u200bee mo\u200dney now", "快加\u200b微\u200c信领取"),
    "soft hyphens": ("get fr\u00adee mon\u00adey now", "快加\u00ad微\u00ad信领取"),
    "stacked accents": (
        "get f\u0308r\u0308e\u0308e\u0308 m\u0336o\u0336n\u0336e\u0336y\u0336 now",
        "快加\u0336微\u0336信\u0336领取",
    ),
    "fullwidth and compatibility forms": ("get ｆｒｅｅ ｍｏｎｅｙ now", "快加微信\uff01领取 ⼀次"),
    "letters of mathematics": ("get 𝐟𝐫𝐞𝐞 𝓶𝓸𝓷𝓮𝔂 now", "快加微信𝟏𝟐𝟑"),
    "Cyrillic look-alikes": ("get frее mоnеу now", "快加微信ѕtаr领取"),
    "Greek look-alikes": ("get frεε mοηεy now", "快加微信αbc领取"),
    "digits for letters": ("get fr33 m0n3y now", "快加微信v1p领取"),
    "dots and dashes": ("get f.r.e.e m-o-n-e-y now", "快加.微.信领取"),
    "spaces": ("get f r e e  m o n e y now", "快 加 微 信 领取"),
    "emoji between": ("get f🌟r🌟e🌟e m💰o💰n💰e💰y now", "快加🌟微🌟信领取"),
    "letters in circles and squares": ("get 🅵🆁🅴🅴 ⓜⓞⓝⓔⓨ now", "快加🔴微🔴信领取"),
    "small capitals": ("get ꜰʀᴇᴇ ᴍᴏɴᴇʏ now", "快加·微·信领取"),
    "letters of flags": ("get 🇫🇷🇪🇪 🇲🇴🇳🇪🇾 now", "快加🇨🇳微🇨🇳信领取"),
    "reversed direction": ("get \u202eyenom eerf\u202c now", "快\u202e信微加\u202c领取"),
}
