// Word differences by diff-match-patch, a word being one character of its texts, as its manual
// advises: node diff-match-patch.mjs [--stretches] OLD NEW
// Prints the number of changed words, or each stretch of words with its sign.
import { readFileSync } from "node:fs";
import DiffMatchPatch from "diff-match-patch";

const [older, newer] = process.argv.slice(-2);
const numbers = new Map();
const encode = (text) =>
    text
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => {
            if (!numbers.has(word)) numbers.set(word, numbers.size + 1);
            return String.fromCharCode(numbers.get(word));
        })
        .join("");
const differ = new DiffMatchPatch();
differ.Diff_Timeout = 0;
const parts = differ.diff_main(encode(readFileSync(older, "utf8")), encode(readFileSync(newer, "utf8")), false);
if (process.argv.includes("--stretches"))
    for (const [op, words] of parts) console.log(`${op === 0 ? "=" : op < 0 ? "-" : "+"} ${words.length}`);
else console.log(parts.filter(([op]) => op !== 0).reduce((sum, [, words]) => sum + words.length, 0));
