import { valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ageText } from './ageText';

/** A column of a Table. Priority 1 is only shown on request. */
export interface TableColumn {
  name: string;
  type: 'string' | 'integer' | 'date' | 'boolean';
  format?: string;
  description: string;
  priority?: number;
  cell(object: KubernetesObject, now: number): unknown;
}

export const NAME: TableColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'The name of the object within its namespace.',
  cell: ({ metadata }) => metadata.name,
};

export const AGE: TableColumn = {
  name: 'Age',
  type: 'string',
  description: 'How long ago the object was created.',
  cell: ({ metadata }, now) => ageText(metadata.creationTimestamp, now),
};

const CREATED: TableColumn = {
  name: 'Created At',
  type: 'date',
  description: 'When the object was created.',
  cell: ({ metadata }) => metadata.creationTimestamp,
};

const CUSTOM_AGE: TableColumn = { ...CREATED, name: 'Age' };

/** For kinds that say nothing about their columns. */
export const DEFAULT_COLUMNS = [NAME, CREATED];

/** For custom resources without printer columns. */
export const CUSTOM_COLUMNS = [NAME, CUSTOM_AGE];

/** A column with the text of a field. */
export function textColumn(
  name: string,
  path: string,
  description: string,
  absent: string = '',
): TableColumn {
  return {
    name,
    type: 'string',
    description,
    cell: object => {
      const value = valueAt(object, path);
      return value === undefined || value === null || value === ''
        ? absent
        : String(value);
    },
  };
}

/** A column with a number; 0 where the field is absent. */
export function numberColumn(
  name: string,
  path: string,
  description: string,
): TableColumn {
  return {
    name,
    type: 'integer',
    description,
    cell: object => Number(valueAt(object, path) ?? 0),
  };
}

/** The same column, shown only when more is asked for. */
export function wide(column: TableColumn): TableColumn {
  return { ...column, priority: 1 };
}
