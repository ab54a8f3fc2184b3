import { isFields } from './fields';

/** The metadata that a form asks for, by the scaler that it belongs to. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'azure-servicebus': ['namespace', 'messageCount'],
  'azure-queue': ['accountName', 'queueLength'],
};

/**
 * A trigger of KEDA without what was asked for another scaler: a form keeps what
 * somebody typed before they chose. What no form asks for stays.
 */
export function triggerOfForm(trigger: unknown): unknown {
  if (!isFields(trigger) || !isFields(trigger.metadata)) {
    return trigger;
  }
  const own = ASKED[String(trigger.type)];
  const others = Object.values(ASKED).flatMap(keys =>
    own && keys !== own ? keys : [],
  );
  return {
    ...trigger,
    metadata: Object.fromEntries(
      Object.entries(trigger.metadata).filter(([key]) => !others.includes(key)),
    ),
  };
}
