/** Something known to be wrong, or asked for, that no check judges. */
export interface OpenCheck {
  /** The id of the notes of this project, where it has one. */
  id?: string;
  title: string;
  because: string;
}

/** What is left out on purpose, so that no silence passes for a good verdict. */
export const openChecks: readonly OpenCheck[] = [
  {
    id: 'WL08',
    title: 'A Deployment that works once and then sleeps',
    because:
      'It shows in the command of a container. Commands and arguments are never read, as they may hold secrets.',
  },
  {
    title: 'A liveness probe that asks the program for its dependencies',
    because:
      'What stands behind a path of the program cannot be seen from outside. WL20 finds a probe that asks another host.',
  },
  {
    title: 'A DaemonSet with a number of replicas',
    because:
      'The field does not exist: the API server refuses it where it is strict, and drops it otherwise.',
  },
  {
    title: 'Safeguard: only allowed images',
    because: 'Which images are allowed, each cluster’s own policy says.',
  },
  {
    title: 'Safeguard: no edits of single nodes',
    because:
      'It forbids an action, such as a label that somebody sets, and not an object.',
  },
];
