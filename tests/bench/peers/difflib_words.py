"""Word differences by Python's difflib: python3 difflib_words.py OLD NEW"""

import difflib
import sys


def words(path):
    with open(path, encoding="utf8") as file:
        return file.read().split()


old, new = words(sys.argv[1]), words(sys.argv[2])
matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
print(sum(i2 - i1 + j2 - j1 for op, i1, i2, j1, j2 in matcher.get_opcodes() if op != "equal"))
