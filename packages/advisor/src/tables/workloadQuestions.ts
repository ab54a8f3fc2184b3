import { DecisionTable } from '../DecisionTable';

/**
 * What decides the kind of a workload.
 *
 * @public
 */
export type WorkloadAnswers = {
  completion: 'keeps-running' | 'ends';
  schedule: 'none' | 'set-times';
  placement: 'anywhere' | 'every-node';
  trigger: 'on-demand' | 'queue';
  identity: 'interchangeable' | 'own-name';
  storage: 'none' | 'shared' | 'one-disk' | 'own-disks';
  copies: 'not-set' | 'one' | 'several' | 'autoscaled';
};

export const workloadQuestions: DecisionTable<
  WorkloadAnswers,
  string
>['questions'] = {
  completion: {
    title: 'End of work',
    text: 'Does the program end by itself when its work is done?',
    options: {
      'keeps-running': 'It keeps running',
      ends: 'It ends when its work is done',
    },
    assumed: 'keeps-running',
  },
  schedule: {
    title: 'Schedule',
    text: 'Is it started at set times?',
    options: {
      none: 'No set times',
      'set-times': 'At set times, such as every night',
    },
    assumed: 'none',
  },
  placement: {
    title: 'Placement',
    text: 'Where must it run?',
    options: {
      anywhere: 'Wherever there is room',
      'every-node': 'On every node, or every node with a label',
    },
    assumed: 'anywhere',
  },
  trigger: {
    title: 'Trigger',
    text: 'What starts a run?',
    options: {
      'on-demand': 'A person, a pipeline or another program',
      queue: 'An item in a queue; each takes long and must not be interrupted',
    },
    assumed: 'on-demand',
    askedWhen: [
      { completion: ['ends'], schedule: ['none'], placement: ['anywhere'] },
    ],
  },
  identity: {
    title: 'Identity',
    text: 'Does each copy need a name of its own that it keeps?',
    options: {
      interchangeable: 'No, any copy can take the place of another',
      'own-name':
        'Yes: a stable DNS name, finding its peers, or an ordered start',
    },
    assumed: 'interchangeable',
    askedWhen: [{ completion: ['keeps-running'], placement: ['anywhere'] }],
  },
  storage: {
    title: 'Storage',
    text: 'What storage must outlive a pod?',
    options: {
      none: 'None: its data is elsewhere',
      shared: 'Files that all copies share (ReadWriteMany)',
      'one-disk': 'One disk (ReadWriteOnce)',
      'own-disks': 'A disk for each copy',
    },
    assumed: 'none',
    askedWhen: [{ completion: ['keeps-running'], placement: ['anywhere'] }],
  },
  copies: {
    title: 'Copies',
    text: 'How many copies shall run?',
    options: {
      'not-set': 'No preference',
      one: 'One',
      several: 'Several, a fixed number',
      autoscaled: 'As many as the load needs',
    },
    assumed: 'not-set',
    // A queue decides by itself how many runs there are.
    askedWhen: [
      { completion: ['keeps-running'] },
      { schedule: ['set-times'] },
      { placement: ['every-node'] },
      { trigger: ['on-demand'] },
    ],
  },
};
