// Word differences by diff-match-patch, a word being one character of its texts, as its manual
// advises: node diff-match-patch.mjs OLD NEW
import { readFileSync } from "node:fs";
import DiffMatchPatch from "diff-match-patch";

const [, , older, newer] = process.argv;
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
console.log(parts.filter(([op]) => op !== 0).reduce((sum, [, words]) => sum + words.length, 0));
