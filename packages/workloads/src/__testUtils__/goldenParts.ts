import { OutputForm } from '../generateWorkload';
import { WorkloadIntentInput } from '../intent/WorkloadIntent';

/** An intent whose files are kept, to be read by people and compared by a test. */
export interface Golden {
  form: OutputForm;
  intent: WorkloadIntentInput;
}

const GUID = '11111111-2222-3333-4444-555555555555';
const http = { name: 'http', port: 8080, servicePort: 80 };
export const shop = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
};
export const web = { ...shop, ports: [http] };
export const hosts = ['shop.example.com'];
export const identity = { clientId: GUID };

const database = { key: 'DATABASE_URL' };
export const keyVault = {
  source: 'key-vault' as const,
  name: 'database',
  vault: 'shop-vault',
  tenantId: GUID,
  objects: [{ name: 'database-url', ...database }],
};
export const external = {
  source: 'external-secret' as const,
  name: 'database',
  store: { name: 'shop-vault', kind: 'ClusterSecretStore' as const },
  keys: [{ ...database, remote: 'database-url' }],
};
export const existing = {
  source: 'existing' as const,
  name: 'database',
  keys: ['DATABASE_URL'],
};
export const files = { as: 'files' as const, mountPath: '/etc/database' };
export const variables = {
  as: 'variables' as const,
  variables: { DATABASE_URL: 'DATABASE_URL' },
};

export const queue = {
  type: 'azure-servicebus',
  metadata: { queueName: 'orders', namespace: 'shop', messageCount: '5' },
  authentication: { type: 'workload-identity' as const, clientId: GUID },
};
/** Looked at as KEDA itself, whose own identity may read it. */
export const storageQueue = {
  type: 'azure-queue',
  metadata: { queueName: 'mails', accountName: 'shopmails', queueLength: '5' },
  authentication: { type: 'workload-identity' as const },
};
export const environments = [
  { name: 'staging', namespace: 'shop-staging' },
  { name: 'production', image: 'shop.azurecr.io/front:1.4.1' },
];
