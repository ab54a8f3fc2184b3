// Measures how fast a generated cluster answers: `node scripts/measure-lists.mjs`
// prints one line for each way to read. The sandbox runs in a process of its
// own; its processor time tells what it takes itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { request } from 'node:http';

const COMMAND = fileURLToPath(new URL('../bin/sandbox', import.meta.url));
const TOKEN = 'sandbox-admin';
const PODS = 50_000;

const started = performance.now();
const sandbox = spawn(process.execPath, [
  COMMAND,
  'generate',
  '--services',
  '5000',
  '--pods',
  String(PODS),
  '--port',
  '0',
]);
sandbox.stderr.pipe(process.stderr);
let output = '';
for await (const chunk of sandbox.stdout) {
  output += chunk;
  if (output.includes('\n')) break;
}
const url = /at (http:\S+),/.exec(output)[1];
console.log(`ready after ${seconds(performance.now() - started)} s`);

await measure('one list', () => read('/api/v1/pods'));
await measure('one list again', () => read('/api/v1/pods'));
await measure('pages of 500', pages);
await measure('watch with initial events', () =>
  read(
    '/api/v1/pods?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=1',
  ),
);
const { rss } = (await timings()).memory;
console.log(`memory of the sandbox ${Math.round(rss / 2 ** 20)} MiB`);
sandbox.kill();
await once(sandbox, 'exit');

async function measure(what, run) {
  const before = await timings();
  const start = performance.now();
  const bytes = await run();
  const elapsed = performance.now() - start;
  const cpu = (await timings()).cpuMilliseconds - before.cpuMilliseconds;
  console.log(
    `${what}: ${Math.round(bytes / 2 ** 20)} MiB in ${seconds(
      elapsed,
    )} s, processor ${seconds(cpu)} s: ${Math.round(
      PODS / (cpu / 1000),
    )} objects/s of processor time`,
  );
}

async function pages() {
  let bytes = 0;
  let rest = '';
  do {
    const text = await readText(`/api/v1/pods?limit=500${rest}`);
    bytes += text.length;
    const token = /"continue":"([^"]+)"/.exec(text.slice(0, 500))?.[1];
    rest = token ? `&continue=${token}` : '';
  } while (rest);
  return bytes;
}

async function timings() {
  return JSON.parse(await readText('/sandbox/v1/timings'));
}

async function readText(path) {
  const chunks = [];
  await read(path, chunk => chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function read(path, onChunk = () => {}) {
  const sent = request(url + path, {
    headers: { authorization: `Bearer ${TOKEN}` },
  }).end();
  const [response] = await once(sent, 'response');
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    onChunk(chunk);
  }
  return bytes;
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
