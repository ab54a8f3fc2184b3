// Stands for a part of the portal. Arguments: a port to answer on (0: none),
// and what to do besides: `stubborn` ignores SIGTERM, `grandchild` starts a
// process that outlives its parent unless the whole group is ended, `die` ends
// at once, `give-up` says so and lingers.
const { spawn } = require('node:child_process');
const { createServer } = require('node:http');

const [port, ...habits] = process.argv.slice(2);

if (habits.includes('die')) {
  console.error('Error: no such table: records');
  process.exit(3);
}
if (habits.includes('give-up')) {
  console.log('Backend startup failed:\n  aks.clusters[0]: no url');
}
if (habits.includes('stubborn')) {
  process.on('SIGTERM', () => console.log('not yet'));
}
if (habits.includes('grandchild')) {
  const child = spawn(process.execPath, [__filename, '0'], { stdio: 'ignore' });
  console.log(`grandchild ${child.pid}`);
}
if (Number(port) > 0) {
  const server = createServer((_, response) => response.end('ready'));
  server.listen(Number(port), '127.0.0.1', () => console.log('listening'));
} else {
  setInterval(() => {}, 60_000);
  console.log('running');
}
