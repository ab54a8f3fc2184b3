import { ContractClient, ContractTarget } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { describeAccess } from './describeAccess';
import { describeCustomResources } from './describeCustomResources';
import { describeLists } from './describeLists';
import { describeObjects } from './describeObjects';
import { describePatches } from './describePatches';
import { describeRandomWrites } from './describeRandomWrites';
import { describeRefusals } from './describeRefusals';
import { describeRights } from './describeRights';
import { describeWatches } from './describeWatches';

/**
 * What the portal and its tests rely on in an API server, as tests. They run
 * in a namespace of their own, which they remove, and assume nothing about
 * what else the cluster contains or how fast it is.
 */
export function describeApiServer(
  name: string,
  target: () => Promise<ContractTarget>,
): void {
  describe(`an API server: ${name}`, () => {
    let client: ContractClient;
    let namespace: ContractNamespace;

    beforeAll(async () => {
      client = new ContractClient(await target());
      namespace = new ContractNamespace(client);
      await namespace.create();
    });
    afterAll(async () => {
      await namespace?.remove();
      await client?.close();
    });

    describeObjects(
      () => client,
      () => namespace,
    );
    describeRefusals(
      () => client,
      () => namespace,
    );
    describePatches(
      () => client,
      () => namespace,
    );
    describeLists(
      () => client,
      () => namespace,
    );
    describeWatches(
      () => client,
      () => namespace,
    );
    describeAccess(
      () => client,
      () => namespace,
    );
    describeRights(
      () => client,
      () => namespace,
    );
    describeCustomResources(
      () => client,
      () => namespace,
    );
    describeRandomWrites(() => client);
  });
}
