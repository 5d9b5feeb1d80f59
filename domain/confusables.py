"""Letters of other scripts, digits and signs that a reader takes for letters of the word they stand in."""

from __future__ import annotations

from domain.normalization import fold


def pairs(written: str) -> dict[str, str]:
    """Each character with the one after it."""
    return {pair[0]: pair[1] for pair in written.split()}


# Pairs of a character and the one it looks like. Upper case has its own shapes: Greek Η is an H, but η an n.
CYRILLIC = pairs(
    "аa бb вb гr дd еe ёe єe зe иu іi йu їi јj кk лl мm нh оo пn рp сc тt уy ўy хx цu чy шw щw ьb ъb үy ұy қk ңh ғf "
    "ҳx өo әe һh ѕs ԁd ԛq ԝw ӏl ѵv АA ВB ГR ДA ЕE ЁE ЄE ЗE ИN ІI ЙN ЇI ЈJ КK ЛN МM НH ОO ПN РP СC ТT УY ЎY ФO ХX "
    "ЦU ЧY ШW ЩW ЬB ЯR ҮY ҚK ҢH ҺH ЅS ԀD ԚQ ԜW ӀI ѴV"
)
GREEK = pairs(
    "αa βb γy εe ζz ηn ιi κk λl μu νv ξe οo πn ρp ςc σo τt υu φo χx ωw άa έe ήn ίi όo ύu ώw ϊi ϋu "
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΛA ΜM ΝN ΟO ΠN ΡP ΣE ΤT ΥY ΧX"
)
ARMENIAN = pairs("աw գg զq լl հh ղn նu ոn սu ւi ցg քp օo յj րr ԼL ՕO ՍU ՏS Հh")
CHEROKEE = pairs(
    "ᎠD ᎡR ᎢT ᎥI ᎦS ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG Ꮒh ᏃZ Ꮟb ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK Ꮷd ᏰB ᏴB "
    "ꭰd ꭱr ꭲt ꭺa ꭻj ꭼe ꮃw ꮇm ꮋh ꮐg ꮓz ꮥs ꮩv ꮪs ꮮl ꮯc ꮲp ꮶk"
)
BENT = pairs(
    "ɑa ɐa ɓb ƈc ƃb ɖd ɗd đd ɛe əe ǝe ɟf ɡg ɠg ɦh ħh ɥh ɨi ıi ɩi ʝj ƙk ĸk ʞk ɭl łl ŀl ɯm ɱm ɲn ŋn ɳn øo ɵo ɔo ƥp þp "
    "ʠq ɹr ɾr ɽr ʂs ƨs ƭt ʈt ŧt ʇt ʉu ʋu ʌv ʍm ƴy ʎy ȥz ʐz ØO ŁL ĐD"
)
SMALL_CAPITALS = pairs("ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz")
SIGNS = pairs("0o 3e 4a 5s 7t 8b @a $s €e £l ¢c")
STROKES = "1!|"

# Circled, squared and flag letters that NFKC leaves as they are.
RINGS = {chr(first + place): chr(ord("a") + place) for first in (0x1F150, 0x1F170) for place in range(26)}
FLAGS = {chr(0x1F1E6 + place): chr(ord("a") + place) for place in range(26)}

TO_LATIN = str.maketrans(CYRILLIC | GREEK | ARMENIAN | CHEROKEE | BENT | SMALL_CAPITALS)
SIGNS_AS_I = str.maketrans(SIGNS | dict.fromkeys(STROKES, "i"))
SIGNS_AS_L = str.maketrans(SIGNS | dict.fromkeys(STROKES, "l"))
TO_CYRILLIC = str.maketrans(
    pairs(
        "aа bь cс eе hн iі kк mм nп oо pр rг tт uи xх yу 0о 3з 4ч 6б 1і @а "
        "AА BВ CС EЕ HН IІ KК MМ NП OО PР RГ TТ UИ XХ YУ αа οо ρр"
    )
)
TO_GREEK = str.maketrans(
    pairs("aα bβ eε iι kκ nη oο pρ tτ uυ vν xχ yγ wω 0ο 3ε @α AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ аα оο рρ")
)
FANCY = str.maketrans(SMALL_CAPITALS | RINGS)
FLAG_LETTERS = str.maketrans(FLAGS)


def skeleton(text: str) -> str:
    """What a text looks like when each look-alike is the Latin letter; for comparing names, not for finding words."""
    shapes = fold(text).translate(FANCY).translate(FLAG_LETTERS).translate(TO_LATIN).translate(SIGNS_AS_L)
    return fold(shapes.replace("i", "l"))
