"""Sort keys: the pinyin of a name, by which Chinese lists are ordered.

A character with several readings takes that of the longest known word it stands in (重庆 is chong2 qing4), looked up from left to
right. The words are pypinyin's; its own cutting into words takes 0.2 ms a name, which a roster of half a million cannot pay.
"""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

_LONGEST = 4


def sort_key(name: str) -> str:
    """The pinyin of a name with tone numbers, a space between syllables; what is not Chinese stays, in lower case."""
    (words, heads), found, other, place = _words(), [], "", 0
    while place < len(name):
        word = name[place]
        if name[place : place + 2] in heads:
            word = next((w for n in range(_LONGEST, 1, -1) if (w := name[place : place + n]) in words), word)
        place += len(word)
        syllables = words.get(word) or [_syllable(character) for character in word]
        if syllables == [""]:
            other += word
            continue
        if other:
            found.append(other)
            other = ""
        found.extend(syllables)
    return " ".join([*found, other] if other else found).lower()


@cache
def _syllable(character: str) -> str:
    """The common reading of a Chinese character; empty for any other."""
    read: str = lazy_pinyin(character, style=Style.TONE3)[0]
    return "" if read == character else read


@cache
def _words() -> tuple[dict[str, list[str]], frozenset[str]]:
    """Known words and their first two characters; with syllables where a character is not read as it commonly is, else with none."""
    common: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    for word, read in phrases_dict.items():
        if 1 < len(word) <= _LONGEST:
            words[word] = list(lazy_pinyin(word, style=Style.TONE3)) if _is_odd(word, read, common) else []
    return words, frozenset(word[:2] for word in words)


def _is_odd(word: str, read: list[list[str]], common: dict[str, str]) -> bool:
    for character, syllables in zip(word, read, strict=False):
        if character not in common:
            common[character] = lazy_pinyin(character, style=Style.TONE)[0]
        if syllables[0] != common[character]:
            return True
    return False
