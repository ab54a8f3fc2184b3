// A launcher command whose child never ends by itself, to be interrupted.
import { fileURLToPath } from 'node:url';
import { ChildGroup } from '../children.mjs';
import { Progress } from '../progress.mjs';
import { runSession } from '../session.mjs';

const PART = fileURLToPath(new URL('fakePart.cjs', import.meta.url));
const [phase, ...habits] = process.argv.slice(2);
const progress = new Progress();

runSession(progress, async ({ onInterrupt }) => {
  if (phase === 'running') {
    onInterrupt(0);
  }
  const child = new ChildGroup([process.execPath, PART, '0', ...habits], {
    onLine: line => progress.print(line),
  });
  progress.print(`child ${child.pid}`);
  await child.exited;
  throw new Error('the child ended');
});
