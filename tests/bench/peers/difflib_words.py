"""Word differences by Python's difflib: python3 difflib_words.py [--stretches] OLD NEW

Prints the number of changed words, or each stretch of words with its sign."""

import difflib
import sys


def words(path):
    with open(path, encoding="utf8") as file:
        return file.read().split()


*options, older, newer = sys.argv[1:]
matcher = difflib.SequenceMatcher(None, words(older), words(newer), autojunk=False)
if "--stretches" in options:
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            print("=", i2 - i1)
        else:
            print("-", i2 - i1)
            print("+", j2 - j1)
else:
    print(sum(i2 - i1 + j2 - j1 for op, i1, i2, j1, j2 in matcher.get_opcodes() if op != "equal"))
