import { Sandbox, startSandbox } from './startSandbox';
import { describeApiServer } from './__testUtils__/contract/apiServerContract';
import { userOf } from './__testUtils__/contract/LimitedGrant';
import { kubeconfigTarget } from './__testUtils__/contract/kubeconfigTarget';

describe('the contract of API servers', () => {
  let sandbox: Sandbox | undefined;
  afterAll(() => sandbox?.close());

  describeApiServer('a sandbox cluster', async () => {
    sandbox = await startSandbox();
    const cluster = sandbox.cluster();
    return {
      url: cluster.url,
      token: cluster.tokens.admin,
      limitedToken: async (_, grant) => {
        const { namespace, rules } = grant;
        const token = `limited-in-${namespace}`;
        cluster.addToken(token, {
          user: userOf(grant),
          groups: [
            'system:serviceaccounts',
            `system:serviceaccounts:${namespace}`,
          ],
          rules: rules.map(rule => ({ ...rule, namespaces: [namespace] })),
        });
        return token;
      },
    };
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
