#!/usr/bin/env python3
"""A program as a judge: marks how complete and how readable an abstract is.

Reads one request a line and answers one line, as `banyan schema program` describes. It stays alive
between requests (keep="yes"). It knows nothing but words and lengths: it is there to point people
at abstracts that need a second look, and to show how a program is written. Standard library only.
"""

import json
import re
import sys

# What a reader expects to find, with words that hint at it.
PARTS = {
    "problem": r"问题|难题|痛点|困难|缺乏|不足|需求|\b(?:problem|need|lack|hard|difficult)",
    "method": r"方法|采用|基于|通过|设计|构建|算法|模型|\b(?:method|use[sd]?|using|build|design|model)",
    "result": r"结果|实现|达到|提高|提升|降低|减少|\b(?:result|reach|achiev|reduc|improv|rais)",
    "benefit": r"应用|服务|推广|效益|价值|惠及|\b(?:benefit|serve|appl(?:y|ied|ication)|value|help)",
}
NAMES = {"problem": "问题", "method": "方法", "result": "结果", "benefit": "应用价值"}
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
ENOUGH = 120  # of size() make a full abstract


def size(text):
    """Length in Han characters; two letters count as one."""
    return len(HAN.findall(text)) + len(re.findall(r"[A-Za-z]", text)) / 2


def completeness(text):
    """A share from 0 to 1, and the parts that are not there."""
    missing = [part for part, words in PARTS.items() if not re.search(words, text, re.I)]
    has_number = re.search(r"[0-9０-９]", text) is not None
    share = (len(PARTS) - len(missing)) / len(PARTS) * 0.6
    return share + 0.2 * has_number + 0.2 * min(1, size(text) / ENOUGH), missing


def readability(text):
    """A share from 0 to 1, and the length of the longest sentence."""
    sentences = [part for part in re.split(r"[。！？；!?;\n]|\.(?:\s|$)", text) if part.strip()]
    longest = max((size(sentence) for sentence in sentences), default=0)
    mean = sum(size(sentence) for sentence in sentences) / max(1, len(sentences))
    # A sentence of up to 35 reads well; one of 105 hardly does.
    share = 1 - 0.7 * clamp((mean - 35) / 70) - 0.3 * clamp((longest - 60) / 90)
    return share, longest


def clamp(value):
    return max(0.0, min(1.0, value))


def mark(criterion, share, comment):
    """The share as a mark on the criterion's own scale, at one of its steps."""
    low, high, step = (criterion[name] for name in ("minimum", "maximum", "step"))
    steps = round((high - low) * clamp(share) / step)
    return {"criterion": criterion["id"], "mark": low + steps * step, "comment": comment}


def judge(request):
    submission = request["submission"]
    answer = {"banyan": 1, "submission": submission["id"]}
    text = "\n".join(submission["abstract"].values())
    if not text.strip():
        return answer | {"declined": "there is no abstract", "later": False}
    chinese = request["language"].startswith("zh")
    marks = []
    for criterion in request["rubric"]["criteria"]:
        if criterion["id"] == "completeness":
            share, missing = completeness(text)
            names = [NAMES[part] if chinese else part for part in missing]
            say = ("未见：" if chinese else "not found: ") + ("、" if chinese else ", ").join(names)
            marks.append(mark(criterion, share, say if missing else ""))
        elif criterion["id"] == "readability":
            share, longest = readability(text)
            say = f"最长一句约 {longest:.0f} 字" if chinese else f"longest sentence: {longest:.0f}"
            marks.append(mark(criterion, share, say))
    confidence = 0.3 + 0.4 * min(1, size(text) / ENOUGH)
    return answer | {"marks": marks, "confidence": round(confidence, 2)}


def main():
    for line in sys.stdin:
        print(json.dumps(judge(json.loads(line)), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
