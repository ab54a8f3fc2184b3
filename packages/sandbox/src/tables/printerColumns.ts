import { isJsonObject } from '../objects/json';
import { PrinterColumn } from '../kinds/definitionDetails';
import { ageText } from './ageText';
import { NAME, TableColumn } from './columns';
import { jsonPathValue } from './jsonPath';

/** The columns that a CustomResourceDefinition asks for. */
export function printerColumns(columns: PrinterColumn[]): TableColumn[] {
  return [NAME, ...columns.map(columnOf)];
}

function columnOf(column: PrinterColumn): TableColumn {
  const { name, type, format, description, priority, jsonPath } = column;
  return {
    name,
    type: type as TableColumn['type'],
    format,
    description:
      description ||
      `Custom resource definition column (in JSONPath format): ${jsonPath}`,
    priority,
    cell: (object, now) => cellOf(type, jsonPathValue(object, jsonPath), now),
  };
}

// A value of another type than the column has is not shown.
function cellOf(type: string, value: unknown, now: number): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  switch (type) {
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null;
    case 'number':
    case 'boolean':
      return typeof value === type ? value : null;
    case 'date':
      return typeof value === 'string' ? ageText(value, now) : null;
    default:
      return isJsonObject(value) || Array.isArray(value)
        ? JSON.stringify(value)
        : String(value);
  }
}
