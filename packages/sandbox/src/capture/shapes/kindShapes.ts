import { Shape } from '../Shape';
import { certificateShapes } from './certificates';
import { clusterShapes } from './clusterKinds';
import { gatewayShapes } from './gateways';
import { kedaShapes } from './keda';
import { networkShapes } from './network';
import { nodeShapes } from './nodes';
import { scalingShapes } from './scaling';
import { workloadShapes } from './workloads';

const SHAPES: Record<string, Shape> = {
  ...workloadShapes,
  ...networkShapes,
  ...gatewayShapes,
  ...scalingShapes,
  ...kedaShapes,
  ...certificateShapes,
  ...nodeShapes,
  ...clusterShapes,
};

/**
 * What a capture keeps of the objects of a kind. Of a kind without a shape it
 * asks the server for the metadata alone: ConfigMaps above all, and custom
 * resources nobody has looked at.
 */
export function shapeOf(kind: {
  group: string;
  kind: string;
}): Shape | undefined {
  return SHAPES[`${kind.group}/${kind.kind}`];
}
