// Finds a number whose SHA-256 behind the challenge begins with enough zero bits. Runs beside the page.
const BATCH = 256;

function zeroBits(hash: ArrayBuffer): number {
  return Math.clz32(new DataView(hash).getUint32(0));
}

async function solve(challenge: string, bits: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let from = 0; ; from += BATCH) {
    const hashes = await Promise.all(Array.from({ length: BATCH }, (_, i) => crypto.subtle.digest("SHA-256", encoder.encode(`${challenge}:${String(from + i)}`))));
    const found = hashes.findIndex((hash) => zeroBits(hash) >= bits);
    if (found >= 0) return String(from + found);
  }
}

addEventListener("message", (event: MessageEvent<{ challenge: string; bits: number }>) => {
  void solve(event.data.challenge, event.data.bits).then((number) => { postMessage(number); });
});
