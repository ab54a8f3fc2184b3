import { TableColumn } from './columns';
import { networkColumns } from './networkColumns';
import { podColumns } from './podColumns';
import { clusterColumns } from './clusterColumns';
import { scalingColumns } from './scalingColumns';
import { storageColumns } from './storageColumns';
import { workloadColumns } from './workloadColumns';

/** The columns of the kinds that print more than name and age. */
export const tableColumns: Record<string, TableColumn[]> = {
  '/pods': podColumns,
  ...workloadColumns,
  ...networkColumns,
  ...clusterColumns,
  ...storageColumns,
  ...scalingColumns,
};
