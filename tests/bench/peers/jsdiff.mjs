// Word differences by jsdiff (npm `diff`): node jsdiff.mjs OLD NEW
import { readFileSync } from "node:fs";
import { diffWordsWithSpace } from "diff";

const [, , older, newer] = process.argv;
const parts = diffWordsWithSpace(readFileSync(older, "utf8"), readFileSync(newer, "utf8"));
const words = (wanted) =>
    parts.filter(wanted).reduce((sum, part) => sum + part.value.split(/\s+/).filter(Boolean).length, 0);
console.log(words((part) => part.removed) + words((part) => part.added));
