// Checks objects against the JSON schemas of kubernetes-models. A process of its
// own, as those packages are ES modules only, which the test runner does not load.
// Reads a JSON list of objects and answers with the number and fault of each that
// is refused.
import { readFileSync } from 'node:fs';
import * as secrets from '@kubernetes-models/external-secrets/external-secrets.io/v1';
import * as gateways from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1';
import * as keda from '@kubernetes-models/keda/keda.sh/v1alpha1';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';

const groups = {
  'apps/v1': apps,
  'autoscaling/v2': autoscaling,
  'batch/v1': batch,
  'external-secrets.io/v1': secrets,
  'gateway.networking.k8s.io/v1': gateways,
  'keda.sh/v1alpha1': keda,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
  v1: core,
};
// No package has models of these.
const without = ['autoscaling.k8s.io/v1', 'secrets-store.csi.x-k8s.io/v1'];

let checked = 0;
const refused = [];
JSON.parse(readFileSync(0, 'utf8')).forEach((object, number) => {
  const Model = groups[object.apiVersion]?.[object.kind];
  if (Model) {
    checked += 1;
    try {
      new Model(object).validate();
    } catch (error) {
      refused.push({ number, fault: `${object.kind}: ${error.message}` });
    }
  } else if (!without.includes(object.apiVersion)) {
    refused.push({ number, fault: `${object.kind}: has no model` });
  }
});
process.stdout.write(JSON.stringify({ checked, refused }));
