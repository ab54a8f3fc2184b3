import { advise } from './advise';
import { askedQuestions } from './answers';
import { WorkloadAnswers } from './tables/workloadQuestions';
import { workloadTable } from './tables/workloadTable';

const at = { now: new Date('2026-11-22T12:00:00Z') };

describe('advise', () => {
  it('takes what a question assumes where nobody has answered, and says so', () => {
    const advice = advise(workloadTable, { identity: 'interchangeable' }, at);
    expect(advice).toMatchObject({
      type: 'recommendation',
      outcome: { id: 'deployment', title: 'Deployment' },
    });
    expect(
      advice.reason.answers.map(({ question, assumed }) => [question, assumed]),
    ).toEqual([
      ['completion', true],
      ['identity', false],
      ['storage', true],
    ]);
  });

  it('ignores answers to questions that are not asked', () => {
    const advice = advise(
      workloadTable,
      { placement: 'every-node', storage: 'own-disks' },
      at,
    );
    expect(advice).toMatchObject({ outcome: { id: 'daemon-set' } });
    expect(advice.whatWouldChange).toContainEqual(
      expect.objectContaining({
        question: 'placement',
        to: { option: 'anywhere', label: 'Wherever there is room' },
        outcome: expect.objectContaining({ id: 'stateful-set' }),
      }),
    );
  });

  it('names the answers of a contradiction and the ways out of it', () => {
    const advice = advise(
      workloadTable,
      { completion: 'ends', schedule: 'set-times', copies: 'autoscaled' },
      at,
    );
    expect(advice).toMatchObject({
      type: 'contradiction',
      id: 'autoscaled-run-to-completion',
    });
    expect(advice.reason.answers.map(({ option }) => option)).toEqual([
      'ends',
      'autoscaled',
    ]);
    expect(
      advice.whatWouldChange.map(({ question, to, outcome }) => [
        question,
        to.option,
        outcome.id,
      ]),
    ).toEqual([
      ['copies', 'not-set', 'cron-job'],
      ['copies', 'one', 'cron-job'],
      ['copies', 'several', 'cron-job'],
    ]);
  });

  it('refuses a question that the table does not have', () => {
    for (const id of ['color', '__proto__', 'toString']) {
      const answers = JSON.parse(`{ "${id}": "one" }`);
      expect(() => advise(workloadTable, answers, at)).toThrow(
        `"${id}" is not a question about workload kind; the questions are completion, schedule,`,
      );
    }
  });

  it('refuses an answer that the question does not have', () => {
    for (const option of ['two', '', 'constructor']) {
      const answers = JSON.parse(`{ "placement": "${option}" }`);
      expect(() => advise(workloadTable, answers, at)).toThrow(
        `"${option}" is not an answer to "Where must it run?" (placement); choose one of anywhere, every-node.`,
      );
    }
  });

  it('refuses a moment that is none', () => {
    expect(() => advise(workloadTable, {}, { now: new Date('soon') })).toThrow(
      'pass the present moment as "now"',
    );
  });
});

describe('askedQuestions', () => {
  const ids = (answers: Partial<WorkloadAnswers>) =>
    askedQuestions(workloadTable, answers).map(({ id }) => id);

  it('asks only what can matter still', () => {
    expect(ids({})).toEqual([
      'completion',
      'schedule',
      'placement',
      'identity',
      'storage',
      'copies',
    ]);
    expect(ids({ completion: 'ends' })).toEqual([
      'completion',
      'schedule',
      'placement',
      'trigger',
      'copies',
    ]);
    expect(ids({ completion: 'ends', trigger: 'queue' })).not.toContain(
      'copies',
    );
  });

  it('gives a form the options, the answer and whether it was given', () => {
    expect(
      askedQuestions(workloadTable, { placement: 'every-node' }).find(
        ({ id }) => id === 'placement',
      ),
    ).toEqual({
      id: 'placement',
      title: 'Placement',
      text: 'Where must it run?',
      options: [
        { value: 'anywhere', label: 'Wherever there is room' },
        {
          value: 'every-node',
          label: 'On every node, or every node with a label',
        },
      ],
      answer: 'every-node',
      assumed: false,
    });
  });
});
