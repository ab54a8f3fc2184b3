import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from './parseArguments';

const run = promisify(execFile);

// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether a folder with these files is built rather than read. */
export function kustomizationIn(names: readonly string[]): boolean {
  return names.some(name => NAMES.includes(name));
}

const BUILDERS: [program: string, ...words: string[]][] = [
  ['kustomize', 'build'],
  ['kubectl', 'kustomize'],
];

/**
 * What Kustomize makes of a folder. No library builds what Kustomize builds, so one
 * of its own programs has to be there.
 *
 * @throws UsageError where none is installed, or with what it says
 */
export async function kustomizeBuild(
  folder: string,
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  for (const [program, ...words] of BUILDERS) {
    try {
      const { stdout } = await run(program, [...words, folder], {
        env: { ...env },
        maxBuffer: 256 * 1024 * 1024,
      });
      return stdout;
    } catch (error) {
      if (Object(error).code !== 'ENOENT') {
        const said = String(Object(error).stderr || error).trim();
        throw new UsageError(`${program} cannot build ${path}: ${said}`);
      }
    }
  }
  throw new UsageError(
    `${path} is for Kustomize, and neither kustomize nor kubectl is installed here. Install one, or pipe in what it makes elsewhere: kustomize build ${path} | backstage-aks-check -`,
  );
}
