import { cniTable } from '../tables/cniTable';
import { ingressTable } from '../tables/ingressTable';
import { nodeScalingTable } from '../tables/nodeScalingTable';
import { podScalingTable } from '../tables/podScalingTable';
import { workloadTable } from '../tables/workloadTable';
import { AnyTable } from './combinations';

export const allTables: readonly AnyTable[] = [
  workloadTable,
  podScalingTable,
  nodeScalingTable,
  ingressTable,
  cniTable,
];
