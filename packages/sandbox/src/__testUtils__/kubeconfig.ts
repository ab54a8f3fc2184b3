import { writeFile } from 'node:fs/promises';

/** Writes a kubeconfig with one context and returns its name. */
export async function writeKubeconfig(
  file: string,
  server: string,
  user: Record<string, unknown> = { token: 'sandbox-admin' },
): Promise<string> {
  const name = 'captured';
  // JSON is YAML.
  await writeFile(
    file,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name, cluster: { server } }],
      users: [{ name, user }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    }),
  );
  return name;
}
