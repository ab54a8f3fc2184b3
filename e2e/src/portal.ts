import path from 'node:path';

// Beside the ports of `npm start`, so that both can run at once.
const PORTAL_PORT = Number(process.env.E2E_PORTAL_PORT ?? 17007);
const SANDBOX_PORT = Number(process.env.E2E_SANDBOX_PORT ?? 17100);

/** Where the portal under test answers. */
export const portal = {
  port: PORTAL_PORT,
  url: `http://localhost:${PORTAL_PORT}`,
};

/** Where the sandbox beside it answers, and the token that may change it. */
export const sandbox = {
  port: SANDBOX_PORT,
  url: `http://127.0.0.1:${SANDBOX_PORT}`,
  adminToken: 'sandbox-admin',
};

/** The repository's root: the workspace's scripts run in its own folder. */
export const root = path.resolve(process.cwd(), '..');

/** Where pictures and logs of a run are left. */
export const artefacts = path.join(root, 'e2e/artefacts');
