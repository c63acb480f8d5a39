// Bundles the client into ../wwwroot/built: called by `dotnet build` when a source here changed.
import { build } from "esbuild";
import { mkdir, readFile, writeFile, rm, copyFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import subsetFont from "subset-font";

const out = "../wwwroot/built";
const kern = "node_modules/@kern-ux/native";

await mkdir(`${out}/fonts`, { recursive: true });
await rm(`${out}/js`, { recursive: true, force: true });

// Fonts: the five faces in use, cut to Latin with what German and its neighbours need. Punctuation and arrows included.
const ranges = [[0x20, 0x7e], [0xa0, 0x17f], [0x218, 0x21b], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x1e9e, 0x1e9e]];
const letters = ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")).join("");
for (const face of ["Regular", "Italic", "Medium", "SemiBold", "Bold"]) {
  const target = `${out}/fonts/FiraSans-${face}.woff2`;
  if (existsSync(target)) continue;
  const source = await readFile(`${kern}/dist/fonts/fira-sans/FiraSans-${face}.woff2`);
  await writeFile(target, await subsetFont(source, letters, { targetFormat: "woff2" }));
}

// Letters that the city prints, and files of proposals, embed their fonts: more alphabets, because people's names have them.
const names = [...ranges, [0x180, 0x24f], [0x370, 0x3ff], [0x400, 0x4ff], [0x1e00, 0x1eff]].map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")).join("");
for (const face of ["Regular", "Italic", "SemiBold"]) {
  const target = `${out}/fonts/FiraSans-${face}.ttf`;
  if (existsSync(target)) continue;
  const source = await readFile(`${kern}/dist/fonts/fira-sans/FiraSans-${face}.woff2`);
  await writeFile(target, await subsetFont(source, names, { targetFormat: "truetype" }));
}

const shared = { bundle: true, minify: true, sourcemap: false, target: ["chrome120", "firefox121", "safari17"], logLevel: "warning", legalComments: "none" };

await build({ ...shared, entryPoints: { site: "styles/site.css" }, outdir: out, external: ["*.woff2"] });

await build({
  ...shared,
  entryPoints: { site: "site.ts", "puzzle-worker": "puzzle-worker.ts" },
  outdir: `${out}/js`,
  format: "esm",
  splitting: true,
  chunkNames: "chunk-[hash]",
});

await copyFile(`${kern}/LICENSE.md`, `${out}/LICENSE-kern-ux.md`).catch(() => undefined);
