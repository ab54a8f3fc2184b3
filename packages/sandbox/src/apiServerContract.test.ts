import { Sandbox, startSandbox } from './startSandbox';
import { describeApiServer } from './__testUtils__/contract/apiServerContract';
import { kubeconfigTarget } from './__testUtils__/contract/kubeconfigTarget';

describe('the contract of API servers', () => {
  let sandbox: Sandbox | undefined;
  afterAll(() => sandbox?.close());

  describeApiServer('a sandbox cluster', async () => {
    sandbox = await startSandbox();
    const { url, tokens } = sandbox.cluster();
    return { url, token: tokens.admin };
  });

  const kubeconfig = process.env.TEST_KUBECONFIG;
  if (kubeconfig) {
    jest.setTimeout(60_000);
    describeApiServer('the cluster of TEST_KUBECONFIG', async () =>
      kubeconfigTarget(kubeconfig),
    );
  } else {
    process.stdout.write(
      'skipped: the contract on a real server, as TEST_KUBECONFIG names none\n',
    );
  }
});
