import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTables } from '../testing/tables';
import { drawChoosing } from './choosing';

const file = join(__dirname, '../../../../docs/choosing.md');
writeFileSync(file, drawChoosing(allTables));
