/** @jest-environment node */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './__testUtils__/command';

const FOLDER = join(__dirname, '../fixtures/bad');

interface FoundVerdict {
  where: { line: number };
  verdict: string;
  check: string;
  object: { kind: string };
}

/** Each file, and what is found in it: line, verdict, check and kind. */
const TABLE: Record<string, string[]> = {
  '01-bare-pod': [
    '3 warning WL01 Pod',
    '7 warning WL19 Pod',
    '7 warning SG03 Pod',
    '7 warning SR02 Pod',
    '7 warning SR03 Pod',
    '7 warning SR05 Pod',
    '7 warning SR06 Pod',
    '8 warning SG06 Pod',
  ],
  '02-database-as-deployment': ['19 warning WL06 Deployment'],
  '03-disk-for-two': ['17 broken WL02 Deployment'],
  '04-rollout-waits-for-disk': ['17 warning WL03 Deployment'],
  '05-stateful-without-service': ['4 warning WL04 StatefulSet'],
  '06-daemonset-scaled': ['27 broken WL07 HorizontalPodAutoscaler'],
  '07-job-restarts': ['4 warning WL09 Job', '10 broken WL10 Job'],
  '08-runs-pile-up': ['7 warning WL09 CronJob', '4 warning WL11 CronJob'],
  '09-cron-name-too-long': ['4 broken WL12 CronJob'],
  '10-selector-misses-its-pods': ['6 broken WL13 Deployment'],
  '11-budget-blocks-drains': ['33 broken WL14 PodDisruptionBudget'],
  '12-budget-of-nobody': [
    '8 unknown WL31 Deployment',
    '34 warning WL21 PodDisruptionBudget',
  ],
  '13-two-set-replicas': ['5 warning WL15 Deployment'],
  '14-autoscaler-of-wrong-kind': ['46 broken WL25 HorizontalPodAutoscaler'],
  '15-agent-of-every-node': [
    '11 warning WL17 DaemonSet',
    '24 broken SB03 DaemonSet',
    '14 broken SB05 DaemonSet',
    '23 warning SR02 DaemonSet',
  ],
  '16-in-the-nodes-namespaces': ['17 broken SB02 Deployment'],
  '17-root': [
    '26 broken SB04 Deployment',
    '15 broken SB11 Deployment',
    '24 warning SR03 Deployment',
    '15 warning SR04 Deployment',
    '26 warning SR06 Deployment',
  ],
  '18-as-it-comes': [
    '8 unknown WL31 Deployment',
    '11 warning WL19 Deployment',
    '11 warning SG03 Deployment',
    '11 warning SR02 Deployment',
    '11 warning SR03 Deployment',
    '11 warning SR05 Deployment',
    '11 warning SR06 Deployment',
    '9 warning SG01 Deployment',
    '12 warning SG06 Deployment',
  ],
  '19-service-to-nowhere': [
    '34 broken WL24 Service',
    '33 warning SG05 Service',
    '40 warning SG05 Service',
  ],
  '20-down-to-nothing': [
    '31 broken WL30 ScaledObject',
    '43 broken WL29 VerticalPodAutoscaler',
  ],
};

describe('the command on manifests that are bad', () => {
  it('has a row for each of them', () => {
    expect(Object.keys(TABLE)).toHaveLength(20);
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(TABLE).map(name => `${name}.yaml`),
    );
  });

  it.each(Object.entries(TABLE))('finds in %s', async (name, rows) => {
    const { code, out } = await command(FOLDER, [
      ...['--format', 'json', '--fail-on', 'warning'],
      `${name}.yaml`,
    ]);
    const { verdicts, unjudged } = JSON.parse(out);
    const found = verdicts
      .filter(({ verdict }: { verdict: string }) => verdict !== 'ok')
      .map(
        ({ where, verdict, check, object }: FoundVerdict) =>
          `${where.line} ${verdict} ${check} ${object.kind}`,
      );
    expect(found).toEqual(rows);
    expect(unjudged).toEqual([]);
    expect(code).toBe(1);
  });
});
