import { Sandbox, startSandbox } from '../startSandbox';
import { describeApiServer } from './apiServerContract';
import { kubeconfigTarget } from './kubeconfigTarget';

describe('the contract of API servers', () => {
  let sandbox: Sandbox | undefined;
  afterAll(() => sandbox?.close());

  describeApiServer('on a sandbox cluster', async () => {
    sandbox = await startSandbox();
    const { url, tokens } = sandbox.cluster();
    return { url, token: tokens.admin };
  });

  const kubeconfig = process.env.TEST_KUBECONFIG;
  if (kubeconfig) {
    jest.setTimeout(60_000);
    describeApiServer('on the cluster of TEST_KUBECONFIG', async () =>
      kubeconfigTarget(kubeconfig),
    );
  } else {
    process.stdout.write(
      'skipped: the contract on a real server, as TEST_KUBECONFIG names none\n',
    );
  }
});
