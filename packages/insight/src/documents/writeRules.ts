import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exposureRules } from '../rules/catalog';
import { openRules } from '../rules/openRules';
import { drawRules } from './rules';

const file = join(__dirname, '../../../../docs/rules.md');
writeFileSync(file, drawRules(exposureRules, openRules));
