import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../checks/catalog';
import { openChecks } from '../checks/openChecks';
import { drawChecks } from './checks';

const file = join(__dirname, '../../../../docs/checks.md');
writeFileSync(file, drawChecks(checkCatalog, openChecks));
