import { AksSection, ClusterSection } from './aksSchema';
import { namePattern } from './namePattern';

/** What is wrong at one key. */
export interface ConfigProblem {
  path: PropertyKey[];
  expected: string;
}

/** What is wrong between keys that are each well formed. */
export function contradictions(section: AksSection): ConfigProblem[] {
  return [
    ...duplicates(section.clusters, 'clusters'),
    ...duplicates(section.environments, 'environments'),
    ...duplicates(section.upstreams, 'upstreams'),
    ...section.upstreams.flatMap(({ hosts, addresses }, index) =>
      hosts.length + addresses.length > 0
        ? []
        : [
            {
              path: ['upstreams', index, 'hosts'],
              expected:
                'expected host names here, or addresses of clusters as addresses',
            },
          ],
    ),
    ...namespaceContradictions(section.collect.namespaces),
    ...section.clusters.flatMap((cluster, index) =>
      clusterContradictions(cluster).map(({ path, expected }) => ({
        path: ['clusters', index, ...path],
        expected,
      })),
    ),
  ];
}

// Each takes a watch of each kind.
const MOST_NAMED_NAMESPACES = 20;

function namespaceContradictions({
  include = [],
  exclude,
}: AksSection['collect']['namespaces']): ConfigProblem[] {
  const path = ['collect', 'namespaces', 'include'];
  if (include.length === 0 || include.some(entry => entry.includes('*'))) {
    return [];
  }
  const problems: ConfigProblem[] = [];
  if (include.length > MOST_NAMED_NAMESPACES) {
    problems.push({
      path,
      expected: `expected at most ${MOST_NAMED_NAMESPACES} names, as each of them is watched by itself; patterns such as shop-* choose from what is read of the whole cluster`,
    });
  }
  const excluded = exclude.map(namePattern);
  if (include.every(name => excluded.some(entry => entry.test(name)))) {
    problems.push({
      path,
      expected: 'expected a namespace that exclude does not take away',
    });
  }
  return problems;
}

function duplicates(
  items: readonly { name: string }[],
  key: string,
): ConfigProblem[] {
  return items.flatMap(({ name }, index) => {
    const first = items.findIndex(item => item.name === name);
    return first === index
      ? []
      : [
          {
            path: [key, index, 'name'],
            expected: `expected a name of its own; aks.${key}[${first}] has the same`,
          },
        ];
  });
}

function clusterContradictions(cluster: ClusterSection): ConfigProblem[] {
  const { auth, url, caData, caFile } = cluster;
  const problems: ConfigProblem[] = [];
  if (caData !== undefined && caFile !== undefined) {
    problems.push({
      path: ['caFile'],
      expected: 'expected only one of caData and caFile',
    });
  }
  if (auth.type === 'serviceAccountToken') {
    if (url === undefined) {
      problems.push({
        path: ['url'],
        expected: 'expected the URL of an API server, such as https://host',
      });
    }
    if (auth.token === undefined && auth.tokenFile === undefined) {
      problems.push({
        path: ['auth', 'token'],
        expected: 'expected a token here, or its file as auth.tokenFile',
      });
    }
    if (auth.token !== undefined && auth.tokenFile !== undefined) {
      problems.push({
        path: ['auth', 'tokenFile'],
        expected: 'expected only one of token and tokenFile',
      });
    }
  }
  if (url !== undefined && isUnprotected(url) && !cluster.skipTLSVerify) {
    problems.push({
      path: ['url'],
      expected:
        'expected https, as the token would travel in the clear; set skipTLSVerify: true where that is meant',
    });
  }
  return problems;
}

function isUnprotected(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'http:' &&
    !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
}
