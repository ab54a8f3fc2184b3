import { compare, getValueByPointer, Operation } from 'fast-json-patch';
import { Manifest, ManifestObject } from '../objects/Manifest';
import { manifests } from '../objects/manifests';
import { EnvironmentPlan } from '../plan/environments';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { writeYaml } from '../text/writeYaml';
import { yamlDocument, yamlText } from '../text/yamlText';
import { fileName, GeneratedFile } from './GeneratedFile';
import { filesOf } from './plain';

const KUSTOMIZATION = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
};

/** A base, and an overlay for each environment. */
export function kustomizeFiles(
  base: WorkloadPlan,
  environments: readonly EnvironmentPlan[],
): GeneratedFile[] {
  const resources = manifests(base);
  return [
    ...filesOf('base', base),
    kustomization('base', { resources: resources.map(fileName) }),
    ...environments.flatMap(environment => overlay(base, environment)),
  ];
}

/**
 * What makes the base into the objects of an environment: each change is
 * computed from the two, so that an overlay never asks for anything else.
 */
function overlay(
  base: WorkloadPlan,
  { name, plan }: EnvironmentPlan,
): GeneratedFile[] {
  const folder = `overlays/${name}`;
  const { namespace } = plan.intent;
  const wanted = manifests(plan);
  const known = manifests(base);
  const patches = known.flatMap(manifest => {
    const match = wanted.find(other => isSame(manifest, other));
    return match ? changes(manifest.object, match.object) : [removal(manifest)];
  });
  const added = wanted.filter(
    manifest => !known.some(other => isSame(manifest, other)),
  );
  return [
    kustomization(folder, {
      namespace,
      resources: ['../../base', ...added.map(fileName)],
      ...(patches.length > 0 ? { patches } : {}),
    }),
    ...added.map(manifest => ({
      path: `${folder}/${fileName(manifest)}`,
      content: writeYaml(manifest),
    })),
  ];
}

function isSame({ object: a }: Manifest, { object: b }: Manifest): boolean {
  return a.kind === b.kind && a.metadata.name === b.metadata.name;
}

interface Patch {
  target: { kind: string; name: string };
  patch: string;
}

function changes(from: ManifestObject, to: ManifestObject): Patch[] {
  const wanted = compare(from, to).filter(isNoNamespace);
  const operations = [...nameTests(from, wanted), ...wanted];
  return operations.length > 0
    ? [{ target: targetOf(from), patch: yaml(operations) }]
    : [];
}

// A patch names an item of a list by its position. Where people put another item
// before it, the build is to fail: else the patch would change a wrong one.
function nameTests(
  object: ManifestObject,
  operations: readonly Operation[],
): Operation[] {
  const items = operations.flatMap(({ path }) => {
    const steps = path.split('/');
    return steps.flatMap((step, index) =>
      /^\d+$/.test(step) ? [steps.slice(0, index + 1).join('/')] : [],
    );
  });
  return [...new Set(items)].flatMap(item => {
    const { name } = Object(getValueByPointer(object, item));
    return typeof name === 'string'
      ? [{ op: 'test' as const, path: `${item}/name`, value: name }]
      : [];
  });
}

// The namespace is set for all objects together.
function isNoNamespace({ path }: Operation): boolean {
  return path !== '/metadata/namespace';
}

function removal({ object }: Manifest): Patch {
  const { apiVersion, kind } = object;
  const { name } = object.metadata;
  return {
    target: targetOf(object),
    patch: yaml({
      $patch: 'delete',
      apiVersion,
      kind,
      metadata: { name },
    }),
  };
}

function targetOf({ kind, metadata: { name } }: ManifestObject) {
  return { kind, name };
}

function kustomization(folder: string, fields: object): GeneratedFile {
  return {
    path: `${folder}/kustomization.yaml`,
    content: yaml({ ...KUSTOMIZATION, ...fields }),
  };
}

function yaml(value: object): string {
  return yamlText(yamlDocument(value));
}
