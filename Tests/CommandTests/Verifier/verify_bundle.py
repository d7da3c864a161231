#!/usr/bin/env python3
"""Checks a bundle of Banyan without Banyan: python3 verify_bundle.py BUNDLE

With Python's standard library alone, which has no Ed25519: it checks every hash and head but no
signature, and computes the leaderboards anew by the rules that the sample contest uses. A rule
that it does not know is refused, not passed over.
"""
import base64, hashlib, json, math, re, sys  # noqa: E401
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from fractions import Fraction

ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
NAMES = {plain: name for name, plain in ESCAPES.items()}
NAMELESS = "submission judge by reason note text subject source key target file".split()

def need(holds, what):
    if not holds:
        sys.exit(f"not to be trusted: {what}")

sha = lambda data: hashlib.sha256(data).digest()  # noqa: E731
def fields(text):
    lines = [line.split("\t") for line in text.split("\n")[:-1]]
    plain = lambda value: re.sub(r"\\(.)", lambda m: ESCAPES[m[1]], value)  # noqa: E731
    return [(line[0], [plain(value) for value in line[1:]]) for line in lines]

def escaped(text):
    return re.sub(r"[\\\t\n\r]", lambda m: "\\" + NAMES[m[0]], text)

class Bundle:
    """The lines of a bundle; its records make the tree of RFC 9162 (section 2.1)."""
    def __init__(self, path):
        data = open(path, "rb").read()
        lines = data.split(b"\n")
        need(len(lines) > 2 and lines[-1] == b"", "the end is missing")
        end = json.loads(lines[-2])
        need(sha(data[: len(data) - len(lines[-2]) - 1]).hex() == end["end"], "it was changed")
        self.files, self.open, self.leaves, self.boards = {}, {}, [], {}
        self.heads, self.previous, self.peaks, self.rows = 0, bytes(32), [], Counter()
        for line in lines[:-2]:
            entry = json.loads(line)
            if "leaf" in entry:
                self.add(entry["leaf"])
            elif "head" in entry:
                need(entry["key"] == end["key"], f"head {self.heads + 1} is signed by another key")
                self.check(entry["head"])
            elif "open" in entry:
                text = escaped(entry["open"]).encode()
                self.open[sha(bytes.fromhex(entry["salt"]) + text).hex()] = entry["open"]
            elif "file" in entry:
                self.files[entry["file"]] = entry.get("text") or base64.b64decode(entry["base64"])
            elif "leaderboard" in entry:
                self.boards[entry["leaderboard"]] = entry["rows"]
        need(self.heads and not self.rows, "records that no head covers")
    def add(self, leaf):
        self.leaves.append(leaf)
        self.rows[re.split("[\t\n]", leaf)[0]] += 1
        level, value = 0, sha(b"\0" + leaf.encode())
        while self.peaks and self.peaks[-1][0] == level:
            level, value = level + 1, sha(b"\1" + self.peaks.pop()[1] + value)
        self.peaks.append((level, value))
    def check(self, text):
        self.heads += 1
        root = self.peaks[-1][1]
        for _, peak in reversed(self.peaks[:-1]):
            root = sha(b"\1" + peak + root)
        value = {name: values[0] for name, values in fields(text)}
        rows = {v[0]: int(v[1]) for name, v in fields(text) if name == "rows"}
        need([value["head"], value["previous"], value["root"], value["leaves"], rows] == [
            str(self.heads), self.previous.hex(), root.hex(), str(len(self.leaves)),
            dict(self.rows)], f"head {self.heads}")
        self.previous, self.rows = sha(b"\2" + text.encode()), Counter()
    def records(self):
        """Each record as its table and its fields, opened where the bundle opens them."""
        for leaf in self.leaves:
            record = defaultdict(list)
            for name, values in fields(leaf):
                if name in NAMELESS and values:
                    values[0] = self.open.get(values[0], values[0])
                record[name].append(values)
            yield re.split("[\t\n]", leaf)[0], record

class State:
    """What the records add up to."""
    def __init__(self, bundle):
        self.submissions, self.kinds, self.sheets = {}, {}, defaultdict(dict)
        self.duties, self.admitted, self.gone = defaultdict(set), {}, set()
        self.adjusted, self.again = Counter(), {}
        for table, record in bundle.records():
            one = {name: values[0][0] for name, values in record.items() if values[0]}
            stage = "/".join(record["stage"][0]) if record["stage"] else None
            pair = (stage, one.get("submission"), one.get("judge"))
            if table == "submission":
                self.submissions[pair[1]] = (one["track"], one.get("heat"))
            elif table == "judge":
                self.kinds[pair[2]] = one["kind"]
            elif table == "assignment":
                change = set.add if one["change"] == "1" else set.discard
                change(self.duties[stage], pair[1:])
            elif table == "sheet":
                self.sheets[stage][pair[1:]] = dict(
                    zip(record["criteria"][0], one["marks"].split(" ")))
            elif table == "admission" or (table, one.get("kind")) == ("fact", "advancement"):
                if int(self.admitted.get(stage, ["0"])[0]) < int(one["fact"]):
                    self.admitted[stage] = [one["fact"]]
                self.admitted[stage] += [pair[1]] if table == "admission" else []
            elif table == "fact":
                kind = one["kind"]
                need(kind != "override" and (kind != "adjustment" or pair[2]), f"a rule on {kind}")
                if kind in ("withdrawal", "disqualification"):
                    self.gone.add(pair[1])
                elif kind == "adjustment":
                    self.adjusted[pair] += Fraction(one["points"])
                elif kind == "reconsideration":
                    self.again[pair] = Fraction(one["points"])

def rounded(value, step):
    """The value to the digits of a step, a half away from zero."""
    unit = 10 ** int(step.get("digits"))
    scaled = abs(value) * unit
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, unit)

mean = lambda values: sum(values, Fraction(0)) / len(values)  # noqa: E731

def points(criterion, mark):
    value, measure = Fraction(mark), criterion.find("measure")
    if measure is None:
        return value
    for line in measure.findall("line"):
        base, reference, slope = (Fraction(line.get(n)) for n in ("base", "reference", "slope"))
        value = rounded(base + (value - reference) * slope, line)
    bands = [(Fraction(b.get("from")), Fraction(b.get("points"))) for b in measure.findall("band")]
    value = max([band for band in bands if band[0] <= value], default=(0, value))[1]
    return min(max(value, Fraction(measure.get("minimum"))), Fraction(measure.get("maximum")))

def drawn(seed, text):
    """The number that a submission draws: SplitMix64 and xoshiro256** by their definitions."""
    mask, step, label = 2**64 - 1, 0x9E3779B97F4A7C15, 0xCBF29CE484222325
    def first(state, count=1):
        z = state + count * step & mask
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
        return z ^ z >> 31

    for byte in f"{seed}\n{text}".encode():
        label = (label ^ byte) * 0x100000001B3 & mask
    product = first(first(first(first(0) ^ label)), 2) * 5 & mask
    return ((product << 7 | product >> 57) & mask) * 9 & mask

class Stage:
    """The scores and places of a stage; `earlier` holds the stages before it by name."""
    def __init__(self, state, element, sid, rubric, works, earlier):
        self.state, self.element, self.id, self.earlier = state, element, sid, earlier
        criteria = {c.get("id"): c for c in rubric.iter("criterion")}
        gates = {c for c in criteria if criteria[c].get("kind") == "gate"}
        self.marks, out = {s: {} for s in works}, set(works) & state.gone
        advice = {p.get("judge") for p in element.findall("program") if p.get("counts") != "yes"}
        sheets = {pair: m for pair, m in state.sheets[sid].items() if pair[1] not in advice}
        for (s, j), marks in sheets.items():
            out |= {s} if any(marks.get(g) == "0" for g in gates) else set()
            if s in self.marks and marks.keys() == criteria.keys():  # others are not scored
                self.marks[s][j] = {c: points(criteria[c], marks[c]) for c in marks.keys() - gates}
        for s in works:
            had = [j for o, j in sheets if o == s]
            few = any(o == s and j not in had for o, j in state.duties[sid])
            least = int(element.get("at-least")) if element.get("missing") == "proceed" else None
            out |= {s} if (len(had) < least if least else few) or not self.marks[s] else set()
        self.whole, self.total, kept = {}, {}, {s: set(self.marks[s]) for s in works}
        for step in element.find("scoring"):
            self.take(step, kept)
        scores = {s: v for s, v in self.total.items() if s not in out}
        groups = self.split(scores, scores)
        for rule in element.findall("ties/*"):
            groups = [part for group in groups for part in ([group] if len(group) == 1 else
                      self.split(group, {s: self.tie_value(rule, s) for s in group}))]
        self.rows = [[s, sid, 1 + sum(map(len, groups[:n])), len(group) > 1, scores[s], None, []]
                     for n, group in enumerate(groups) for s in group]
        self.rows += [[s, sid, None, False, None, None, []]
                      for s in sorted(works) if not any(s in group for group in groups)]
        if element.find("advance") is not None:
            self.advance(element.find("advance"))
    @staticmethod
    def split(works, values):
        return [sorted(s for s in works if values[s] == value)
                for value in sorted({values[s] for s in works}, reverse=True)]
    def take(self, step, kept):
        get = lambda name: Fraction(step.get(name))  # noqa: E731
        if step.get("over") == "criteria" and step.get("by") == "sum":
            self.whole = {s: {j: sum(m.values()) for j, m in self.marks[s].items()} for s in kept}
        elif step.tag == "drop" and step.get("highest") == step.get("lowest") == "1":
            for s in kept:
                kept[s] = set(sorted(kept[s], key=lambda j: self.whole[s][j])[1:-1])  # noqa: B023
        elif step.tag == "standardise":
            for judge in {j for s in kept for j in self.whole[s]}:
                own = {s: self.whole[s][judge] for s in kept if judge in self.whole[s]}
                middle = mean(own.values())
                square = sum((v - middle) ** 2 for v in own.values()) / (len(own) - 1)
                root = Fraction(math.isqrt(square.numerator * 10**60 // square.denominator), 10**30)
                for s, value in own.items():
                    value = (value - middle) / root * get("deviation") + get("mean")
                    self.whole[s][judge] = rounded(value, step)
        elif step.get("over") == "judges" and step.get("by") == "mean":
            for s in kept:
                for j in self.whole[s]:
                    value = self.whole[s][j] + self.state.adjusted[self.id, s, j]
                    self.whole[s][j] = self.state.again.get((self.id, s, j), value)
                if kept[s]:
                    self.total[s] = self.over_judges(step, {j: self.whole[s][j] for j in kept[s]})
        elif step.tag == "carry":
            for s in self.total:
                self.total[s] = self.total[s] * get("own-weight") + sum(
                    Fraction(source.get("weight")) * self.earlier[source.get("stage")].total[s]
                    for source in step)
        elif step.tag == "round":
            self.total = {s: rounded(value, step) for s, value in self.total.items()}
        else:
            need(step.tag == "range", f"the step {step.tag} is not known to this script")
    def of_kind(self, scores, kind):
        return mean([v for j, v in scores.items() if self.state.kinds[j] == kind.get("name")])
    def over_judges(self, step, scores):
        weights = [Fraction(kind.get("weight")) for kind in step]
        total = sum(w * self.of_kind(scores, kind) for w, kind in zip(weights, step))
        return total / sum(weights) if weights else mean(scores.values())
    def tie_value(self, rule, s):
        values = {
            "criterion": lambda: mean([m[rule.get("id")] for m in self.marks[s].values()]),
            "untrimmed-sum": lambda: sum(self.whole[s].values()),
            "kind": lambda: self.of_kind(self.whole[s], rule),
            "earlier-stage": lambda: self.earlier[rule.get("name")].total[s],
            "draw": lambda: -drawn(rule.get("seed"), s)}
        need(rule.tag in values, f"the tie-break {rule.tag} is not known to this script")
        return values[rule.tag]()
    def advance(self, rule):
        least = Fraction(rule.get("minimum-score", "-1000000"))
        heats = {row[0]: self.state.submissions[row[0]][1] for row in self.rows}
        able, goes = [row[0] for row in self.rows if row[2] and row[4] >= least], []
        for quota in rule:
            need(quota.get("by") == "heat" and not quota.get("value"), "a quota")
            for heat in sorted({heats[s] for s in able if heats[s]}):
                goes += [s for s in able if heats[s] == heat][: int(quota.get("count"))]
        left = max(int(rule.get("count")) - len(goes), 0)
        goes += [s for s in able if s not in goes][:left]
        for row in self.rows:
            row[5] = row[0] in goes

def track_rows(stages, awards):
    rows, others, seen, served = [], [], set(), set()
    for stage in reversed(stages):
        own = [row for row in stage.rows if row[0] not in seen]
        seen |= {row[0] for row in own}
        places = [row[2] for row in own if row[2]]
        rows += [row[:2] + [len(rows) + places.index(row[2]) + 1] + row[3:6] + [[]]
                 for row in own if row[2]]
        others += [list(row) for row in own if not row[2]]
    last = stages[-1]
    for award in awards:
        able = [r for r in rows if r[1] == last.id
                and (award.get("additional") == "yes" or r[0] not in served)
                and r[4] >= Fraction(award.get("minimum-score", "-1000000"))]
        for rule in award.findall("condition"):
            values = {s: [m.get(rule.get("criteria")) for m in last.marks[s].values()] for s in seen
                      if s in last.marks}
            able = [r for r in able if mean(values[r[0]]) >= Fraction(rule.get("minimum"))]
        end = int(award.get("count", len(able)))
        if award.get("ties") == "admit-all":
            end += sum(r[4] == able[end - 1][4] for r in able[end:])
        for row in able[:end]:
            row[6].append(award.get("id"))
            served |= {row[0]} if award.get("additional") != "yes" else set()
    return rows + sorted(others, key=lambda row: row[0])

def main():
    bundle = Bundle(sys.argv[1])
    state, boards, joined, left = State(bundle), {}, [], {}
    for track in ET.fromstring(bundle.files["contest.xml"]).findall("track"):
        stages, elements = [], track.findall("stage")
        for number, element in enumerate(elements):
            sid = f'{track.get("id")}/{element.get("id")}'
            works = state.admitted.get(sid, [None])[1:] if number else [
                s for s, work in state.submissions.items() if work[0] == track.get("id")]
            left[sid] = len(elements) - number
            rubric = ET.fromstring(bundle.files[element.get("rubric")])
            earlier = {stage.element.get("id"): stage for stage in stages}
            stages += [Stage(state, element, sid, rubric, works, earlier)] if works else []
            boards.update({sid: stages[-1].rows} if works else {})
        boards[track.get("id")] = track_rows(stages, track.findall("awards/award"))
        joined += boards[track.get("id")]
    level = lambda row: (left[row[1]], -row[4])  # noqa: E731
    ranked = sorted((row for row in joined if row[2]), key=lambda row: (*level(row), row[0]))
    levels = [level(row) for row in ranked]
    boards["overall"] = [
        row[:2] + [levels.index(level(row)) + 1, levels.count(level(row)) > 1] + row[4:]
        for row in ranked] + sorted(row for row in joined if not row[2])
    for name, rows in bundle.boards.items():
        stated = [[r["submission"], r["stage"], r["place"] and int(r["place"]), r["shared"],
                   r["place"] and Fraction(r["score"]), r["advances"], r["awards"]] for r in rows]
        need(stated == boards.pop(name), f"the leaderboard of {name}")
    print(f"{len(bundle.leaves)} records, {bundle.heads} heads, {len(bundle.boards)} leaderboards: proved")
main()
