import { CheckCase } from './CheckCase';
import { configurationCases } from './configurationCases';
import { disruptionCases } from './disruptionCases';
import { jobCases } from './jobCases';
import { kindCases } from './kindCases';
import { placementCases } from './placementCases';
import { resourceCases } from './resourceCases';
import { safeguardCases } from './safeguardCases';
import { scalingCases } from './scalingCases';
import { securityCases } from './securityCases';
import { selectionCases } from './selectionCases';
import { statefulCases } from './statefulCases';
import { storageCases } from './storageCases';

/** Manifests with a fault, and their twins without it, for every check. */
export const checkCases: readonly CheckCase[] = [
  ...kindCases,
  ...selectionCases,
  ...statefulCases,
  ...storageCases,
  ...jobCases,
  ...scalingCases,
  ...disruptionCases,
  ...configurationCases,
  ...resourceCases,
  ...placementCases,
  ...safeguardCases,
  ...securityCases,
];
