import { RecordKind, Upstream } from '@backstage-aks/insight';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { Retention } from '../store/Retention';
import { AksConfigError } from './AksConfigError';
import { AksSection, aksSchema, ClusterSection } from './aksSchema';
import { azurePortalHref } from './azurePortal';
import { ConfigProblem, contradictions } from './contradictions';
import { namePattern } from './namePattern';

/** A cluster that the configuration names. */
export interface ClusterConfig extends ClusterSection {
  environment: string;
  /** Where the Azure portal shows it, if its resource ID is known. */
  azurePortal?: string;
  /** Where it stands in the configuration, such as `aks.clusters[0]`. */
  configKey: string;
}

/** How the platform binds namespaces to catalog owners. */
export interface OwnershipConfig {
  label: string;
  annotation?: string;
  patterns: { pattern: RegExp; owner: string }[];
  unbound: 'allow' | 'deny';
}

/** What is collected, and in which portions. */
export interface CollectConfig {
  pageSize: number;
  /** All that are known, where it is absent. */
  kinds?: RecordKind[];
  lists: 'pages' | 'stream';
  /** Of which namespaces; `*` stands for any characters. */
  namespaces: { include?: string[]; exclude: string[] };
  /** How much is asked of one cluster. */
  requests: { perSecond: number; burst: number };
}

/** The `aks` section of the configuration, checked. */
export interface AksConfig {
  clusters: ClusterConfig[];
  /** Names of the environments in the order in which they are shown. */
  environments: string[];
  ownership: OwnershipConfig;
  collect: CollectConfig;
  /** What stands in front of the clusters, the outermost first. */
  upstreams: Upstream[];
  retention: Retention;
}

/** The environment of a cluster to which none is given. */
export const UNASSIGNED = 'unassigned';

/**
 * Reads the `aks` section.
 *
 * @throws AksConfigError that names every wrong key, what it holds and what is
 * expected there.
 */
export function readAksConfig(config: RootConfigService): AksConfig {
  const section = config.getOptional('aks') ?? {};
  const parsed = aksSchema.safeParse(section);
  if (!parsed.success) {
    throw new AksConfigError(section, parsed.error.issues.flatMap(problems));
  }
  const wrong = contradictions(parsed.data);
  if (wrong.length > 0) {
    throw new AksConfigError(section, wrong);
  }
  return fromSection(parsed.data);
}

function fromSection(section: AksSection): AksConfig {
  const { ownership, collect, upstreams } = section;
  const clusters = section.clusters.map((cluster, index) => ({
    ...cluster,
    environment: environmentOf(cluster, section),
    ...(cluster.resourceId && {
      azurePortal: azurePortalHref(section.azurePortal, cluster.resourceId),
    }),
    configKey: `aks.clusters[${index}]`,
  }));
  return {
    clusters,
    environments: [
      ...new Set([
        ...section.environments.map(({ name }) => name),
        ...clusters.map(({ environment }) => environment),
      ]),
    ],
    ownership: {
      ...ownership,
      patterns: ownership.patterns.map(({ namespaces, owner }) => ({
        pattern: namePattern(namespaces),
        owner,
      })),
    },
    collect,
    upstreams,
    retention: section.retention,
  };
}

function environmentOf(cluster: ClusterSection, section: AksSection): string {
  const matching = section.environments.find(({ clusters }) =>
    clusters.some(pattern => namePattern(pattern).test(cluster.name)),
  );
  return cluster.environment ?? matching?.name ?? UNASSIGNED;
}

function problems(issue: z.core.$ZodIssue): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...issue.path, key],
      expected: 'there is no such key',
    }));
  }
  return [{ path: issue.path, expected: issue.message }];
}
