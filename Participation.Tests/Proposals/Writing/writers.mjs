// Editors without a window: the real @codemirror/collab over the site's hub. node writers.mjs CLIENT CONFIG, where CONFIG is JSON:
// { text, writers: [{ cookie, client, address }], edits, seed, trouble, lines, latency, warm }. trouble: delays, reorder, lost answers and connections.
// lines: every edit is a line of its own with a name, nothing is deleted, and "stored NAME" is printed once the site acknowledged it.
import { createRequire } from "node:module";
const [folder, json] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const { EditorState, ChangeSet } = load("@codemirror/state");
const { collab, receiveUpdates, sendableUpdates, getSyncedVersion } = load("@codemirror/collab");
const { HubConnectionBuilder, HttpTransportType, LogLevel } = load("@microsoft/signalr");
const config = JSON.parse(json);

let seed = config.seed ?? 1;
const random = (n) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * n); };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const words = ["Rad", "Weg", " ", "\n", "🚲", "Straße", "ä", " und ", "\n\n", "x", "**fett**"];
const sent = new Map();
const latencies = [];
let failure = null;
process.on("unhandledRejection", (error) => { failure ??= String(error?.stack ?? error); });

class Writer {
  constructor(number, { cookie, client, address }) {
    this.address = address;
    this.number = number;
    this.cookie = cookie;
    this.state = EditorState.create({ extensions: [collab({ startVersion: 0, clientID: client })] });
    this.client = client;
    this.made = 0;
    this.names = [];
    this.stats = { pushes: 0, refused: {}, cuts: 0, gaps: 0 };
  }

  get synced() { return getSyncedVersion(this.state); }
  get unsent() { return sendableUpdates(this.state); }

  async connect() {
    for (;;) {
      const connection = new HubConnectionBuilder().withUrl(`${this.address}/hub/schreiben?sprache=de`, { skipNegotiation: true, transport: HttpTransportType.WebSockets, headers: { Cookie: this.cookie } })
        .configureLogging(LogLevel.None).build();
      connection.on("news", (news) => { if (config.trouble && !random(6)) setTimeout(() => { this.receive(news); }, random(40)); else this.receive(news); });
      connection.onclose(() => { if (this.connection === connection) this.connection = null; });
      try {
        await connection.start();
        const missed = await connection.invoke("Join", config.text, this.synced);
        if (!missed || missed.reload) throw new Error(`Join: ${JSON.stringify(missed)}`);
        this.connection = connection;
        this.receive(missed);
        return;
      } catch (error) {
        await connection.stop().catch(() => undefined);
        if (String(error).includes("Join:")) throw error;
        await pause(100);
      }
    }
  }

  receive(news) {
    if (news.since > this.synced) { this.stats.gaps++; this.pull(); return; }
    for (const update of news.updates.slice(this.synced - news.since)) {
      this.state = receiveUpdates(this.state, [{ clientID: update.client, changes: ChangeSet.fromJSON(update.changes) }]).state;
      if (update.client === this.client) { const name = this.names.shift(); if (config.lines && name) console.log(`stored ${name}`); }
      else if (config.latency) for (const key of names(update.changes)) { const at = sent.get(key); if (at) latencies.push(performance.now() - at); }
    }
  }

  pull() {
    this.pulling ??= (async () => {
      await pause(random(20));
      const news = await this.connection?.invoke("Pull", config.text, this.synced).catch(() => null);
      this.pulling = null;
      if (news) this.receive(news);
    })();
  }

  async push() {
    const connection = this.connection;
    if (this.pushing || !connection || this.unsent.length === 0) return;
    this.pushing = true;
    this.stats.pushes++;
    const [version, updates] = [this.synced, this.unsent.slice(0, 200).map((update) => update.changes.toJSON())];
    if (config.trouble) await pause(random(25));
    const answer = connection.invoke("Push", config.text, version, this.client, updates).catch(() => null);
    if (config.trouble && !random(60)) { this.stats.cuts++; await this.cut(connection); }
    const stored = await answer;
    if (stored?.refusal) {
      this.stats.refused[stored.refusal] = (this.stats.refused[stored.refusal] ?? 0) + 1;
      if (stored.refusal === "WritingTooFast") await pause(200);
      else if (stored.refusal === "TooFarBehind") this.pull();
      else throw new Error(`${stored.refusal} ${version} ${JSON.stringify(updates).slice(0, 300)}`);
    } else if (stored && stored.version > this.synced) {
      await pause(30);
      if (stored.version > this.synced) this.pull();
    }
    this.pushing = false;
  }

  async cut(connection) {
    this.connection = null;
    await connection.stop().catch(() => undefined);
    await pause(random(150));
    this.reconnect = this.connect();
  }

  edit() {
    const text = this.state.doc.toString();
    const spot = (at) => (at > 0 && at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? at - 1 : at);
    const name = `w${this.number}-${this.made++}`;
    this.names.push(name);
    if (config.lines) {
      const line = this.state.doc.line(1 + random(this.state.doc.lines));
      if (config.latency && this.made > config.warm) sent.set(name, performance.now());
      this.state = this.state.update({ changes: { from: line.from, insert: `${name}\n` } }).state;
      return;
    }
    const changes = [];
    let at = 0;
    for (let i = 0; i <= random(2); i++) {
      const from = spot(at + random(text.length - at + 1));
      const to = random(3) ? from : spot(Math.min(text.length, from + random(text.length > 3000 ? 60 : 12)));
      const insert = random(4) ? Array.from({ length: 1 + random(3) }, () => words[random(words.length)]).join("") : "";
      changes.push({ from, to: Math.max(from, to), insert });
      at = Math.max(from, to);
      if (at >= text.length) break;
    }
    const update = this.state.update({ changes });
    if (update.changes.empty) { this.names.pop(); this.made--; } else this.state = update.state;
  }
}

const names = (changes) => changes.flatMap((part) => (Array.isArray(part) ? part.slice(1).filter((line) => /^w\d+-\d+$/.test(line)) : []));
const writers = config.writers.map((writer, number) => new Writer(number, writer));

async function write(writer) {
  await writer.connect();
  while (writer.made < config.edits) {
    const burst = config.burst ?? 1 + random(8);
    for (let i = 0; i < burst && writer.made < config.edits; i++) writer.edit();
    void writer.push();
    await pause(config.rest ?? 1 + random(12));
    while (writer.unsent.length > 80) {
      if (failure) return;
      if (!writer.connection && !config.trouble) await writer.connect();
      void writer.push();
      await pause(5);
    }
    if (config.trouble && writer.connection && !random(250)) { writer.stats.cuts++; void writer.cut(writer.connection); }
    if (!writer.connection && !writer.reconnect && !config.trouble) await writer.connect();
    if (failure) return;
  }
  for (let tries = 0; tries < 3000 && (writer.unsent.length > 0 || writer.pushing); tries++) {
    if (failure) return;
    if (!writer.connection && !config.trouble) await writer.connect();
    void writer.push();
    await pause(10);
  }
}

await Promise.all(writers.map(write));
// Everything is sent; now everybody fetches what the others sent last.
for (const writer of writers) {
  for (let tries = 0; tries < 500 && !failure; tries++) {
    const news = await writer.connection?.invoke("Pull", config.text, writer.synced).catch(() => null);
    if (news) { writer.receive(news); if (news.updates.length === 0) break; }
    await pause(20);
  }
}
const spread = latencies.sort((a, b) => a - b);
const report = JSON.stringify({
  failure, texts: writers.map((writer) => writer.state.doc.toString()), versions: writers.map((writer) => writer.synced), unsent: writers.map((writer) => writer.unsent.length),
  stats: writers.map((writer) => writer.stats), latencies: spread.length, p50: spread[Math.floor(spread.length * 0.5)], p99: spread[Math.floor(spread.length * 0.99)], most: spread.at(-1),
});
// A pipe takes a long line piece by piece.
process.stdout.write(`${report}\n`, () => { process.exit(failure ? 1 : 0); });
