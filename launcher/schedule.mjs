/**
 * Runs steps side by side as far as the cores allow, in their order, each
 * after the steps it needs. A step whose need did not pass is not run.
 *
 * @template R
 * @param {{ id: string, needs?: string[], cores?: number }[]} steps
 * @param {number} cores
 * @param {(step: object) => Promise<R & { ok: boolean }>} run
 * @param {(step: object, reason: string) => R & { ok: boolean }} skip
 * @returns {Promise<R[]>} results in the order of the steps
 */
export async function schedule(steps, cores, run, skip) {
  const results = new Map();
  const running = new Map();
  const waiting = [...steps];
  const chosen = new Set(steps.map(({ id }) => id));
  let free = cores;

  const startWhatFits = () => {
    for (const step of [...waiting]) {
      const needs = (step.needs ?? []).filter(id => chosen.has(id));
      const unmet = needs.find(id => results.get(id)?.ok === false);
      const share = Math.min(step.cores ?? 1, cores);
      if (unmet) {
        waiting.splice(waiting.indexOf(step), 1);
        results.set(
          step.id,
          skip(step, `it needs ${unmet}, which did not pass`),
        );
      } else if (share <= free && needs.every(id => results.has(id))) {
        waiting.splice(waiting.indexOf(step), 1);
        free -= share;
        const done = run(step).then(result => {
          results.set(step.id, result);
          running.delete(step.id);
          free += share;
        });
        running.set(step.id, done);
      }
    }
  };

  startWhatFits();
  while (running.size > 0) {
    await Promise.race(running.values());
    startWhatFits();
  }
  return steps.map(({ id }) => results.get(id));
}

/** The chosen steps and, before them, those whose output they read. */
export function selectSteps(steps, ids) {
  const wanted = new Set(ids);
  for (const { id, needs = [] } of [...steps].reverse()) {
    if (wanted.has(id)) {
      needs.forEach(need => wanted.add(need));
    }
  }
  return steps.filter(({ id }) => wanted.has(id));
}
