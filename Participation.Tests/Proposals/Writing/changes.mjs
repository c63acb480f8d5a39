// Random changes with the answers of the real @codemirror/state, one case a line: node changes.mjs CLIENT SEED COUNT
import { createRequire } from "node:module";
const [client, seed, count] = process.argv.slice(2);
const { ChangeSet, MapMode, Text } = createRequire(`${client}/package.json`)("@codemirror/state");

let state = Number(seed);
const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * n); };
const words = ["a", "b", "\n", "ä", "🚲", "xy", "\n\n", "lang und länger"];
const some = (most) => Array.from({ length: random(most + 1) }, () => words[random(words.length)]).join("");

/** Adjacent and touching replacements included, and never through a pair. */
function change(text) {
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const symbol = (n) => { let end = at; for (let i = 0; i < n && end < text.length; i++) end += text.codePointAt(end) > 0xffff ? 2 : 1; return end - at; };
    const length = symbol(1 + random(4));
    const insert = some(2).split("\n");
    const kind = random(5);
    if (kind < 2) parts.push(length);
    else if (kind === 2) parts.push([length]);
    else if (kind === 3) parts.push(insert.join("\n") ? [length, ...insert] : [length]);
    else if (insert.join("\n")) { parts.push([0, ...insert]); continue; }
    else { parts.push(length); }
    at += length;
  }
  if (!random(3)) parts.push([0, "Ende"]);
  return ChangeSet.fromJSON(parts);
}

for (let i = 0; i < Number(count); i++) {
  const text = some(8);
  const [one, two] = [change(text), change(text)];
  const after = one.apply(Text.of(text.split("\n"))).toString();
  const next = change(after);
  const positions = Array.from({ length: text.length + 1 }, (_, at) => [one.mapPos(at, -1), one.mapPos(at, 1), one.mapPos(at, -1, MapMode.TrackDel) === null]);
  console.log(JSON.stringify({ text, one, two, next, after, mapped: two.map(one), before: two.map(one, true), composed: one.compose(next), positions }));
}
