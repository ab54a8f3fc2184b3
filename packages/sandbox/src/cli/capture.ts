import { captureCluster } from '../capture/captureCluster';

interface CaptureCommandOptions {
  context: string;
  kubeconfig?: string;
  out?: string;
  hashNames?: boolean;
}

/** Captures a cluster and says what is in the folder. */
export async function capture({
  out = `capture-${new Date().toISOString().slice(0, 19).replace(/:/g, '-')}`,
  ...options
}: CaptureCommandOptions): Promise<void> {
  const { kinds, notRead } = await captureCluster({
    ...options,
    folder: out,
    onKind: line => process.stdout.write(`${line}\n`),
  });
  const objects = kinds.reduce((sum, kind) => sum + kind.objects, 0);
  process.stdout.write(
    `captured ${objects} objects of ${kinds.length} kinds into ${out}; ${notRead.length} kinds not read, see index.json. Look through the files before you give them away.\n`,
  );
}
