import { quantityOf } from '../controllers/quantity';
import {
  forbiddenField,
  invalidValue,
  notSupported,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';

const SOURCES: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

/** What is wrong with the metrics of an autoscaler. */
export function metricErrors(metrics: unknown, path: string): FieldError[] {
  return objectsIn(metrics).flatMap((metric, index) =>
    oneMetric(metric, `${path}[${index}]`),
  );
}

function oneMetric(metric: JsonObject, path: string): FieldError[] {
  const type = String(metric.type ?? '');
  const wanted = SOURCES[type];
  if (!wanted) {
    return [
      type === ''
        ? required(`${path}.type`, 'must specify a metric source type')
        : notSupported(`${path}.type`, type, Object.keys(SOURCES)),
    ];
  }
  const source = metric[wanted];
  const others = Object.values(SOURCES).filter(
    field => field !== wanted && isJsonObject(metric[field]),
  );
  return [
    ...others.map(field =>
      forbiddenField(
        `${path}.${field}`,
        'must populate the given metric source only',
      ),
    ),
    ...(isJsonObject(source)
      ? sourceErrors(source, type, `${path}.${wanted}`)
      : [
          required(
            `${path}.${wanted}`,
            'must populate information for the given metric source',
          ),
        ]),
  ];
}

function sourceErrors(
  source: JsonObject,
  type: string,
  path: string,
): FieldError[] {
  const target = targetErrors(Object(source.target), `${path}.target`);
  if (type === 'Resource' || type === 'ContainerResource') {
    return [
      ...(source.name
        ? []
        : [required(`${path}.name`, 'must specify a resource name')]),
      ...(type === 'Resource' || source.container
        ? []
        : [required(`${path}.container`, 'must specify a container')]),
      ...target,
    ];
  }
  const { name } = Object(source.metric);
  const described = Object(source.describedObject);
  return [
    ...(name
      ? segmentErrors(String(name), `${path}.metric.name`)
      : [required(`${path}.metric.name`, 'must specify a metric name')]),
    ...(type === 'Object'
      ? ['kind', 'name'].flatMap(field =>
          described[field]
            ? segmentErrors(
                String(described[field]),
                `${path}.describedObject.${field}`,
              )
            : [required(`${path}.describedObject.${field}`)],
        )
      : []),
    ...target,
  ];
}

function targetErrors(target: JsonObject, path: string): FieldError[] {
  const { averageUtilization, value, averageValue } = target;
  return [
    ...(averageUtilization === undefined &&
    value === undefined &&
    averageValue === undefined
      ? [
          required(
            `${path}.averageUtilization`,
            'must set either a target raw value or a target utilization',
          ),
        ]
      : []),
    ...(averageUtilization !== undefined && Number(averageUtilization) < 1
      ? [
          invalidValue(
            `${path}.averageUtilization`,
            averageUtilization,
            'must be greater than 0',
          ),
        ]
      : []),
    ...(['value', 'averageValue'] as const)
      .filter(
        field =>
          target[field] !== undefined && quantityOf(String(target[field])) <= 0,
      )
      .map(field =>
        invalidValue(`${path}.${field}`, target[field], 'must be positive'),
      ),
  ];
}

/** What is wrong with a text that becomes part of a path. */
function segmentErrors(text: string, field: string): FieldError[] {
  if (text === '.' || text === '..') {
    return [invalidValue(field, text, `may not be '${text}'`)];
  }
  return ['/', '%']
    .filter(character => text.includes(character))
    .map(character =>
      invalidValue(field, text, `may not contain '${character}'`),
    );
}
