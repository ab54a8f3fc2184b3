import { createDeferred, DeferredPromise } from '@backstage/types';
import { IdentityCheck } from './IdentityCheck';
import { ClusterReplacedError } from './SessionOverError';

describe('IdentityCheck', () => {
  function checking() {
    const questions: DeferredPromise<string>[] = [];
    const check = new IdentityCheck({
      cluster: 'one',
      uid: 'uid-1',
      readUid: () => {
        const question = createDeferred<string>();
        questions.push(question);
        return question;
      },
    });
    return { check, questions };
  }

  it('shares the next question, never the one under way', async () => {
    const { check, questions } = checking();
    const first = check.confirm();
    const second = check.confirm();
    const third = check.confirm();
    expect(questions).toHaveLength(1);
    questions[0].resolve('uid-1');
    await first;
    await Promise.resolve();
    expect(questions).toHaveLength(2);
    questions[1].resolve('uid-1');
    await Promise.all([second, third]);
    expect(questions).toHaveLength(2);
  });

  it('finds another cluster', async () => {
    const { check, questions } = checking();
    const confirmed = check.confirm();
    questions[0].resolve('uid-2');
    await expect(confirmed).rejects.toThrow(ClusterReplacedError);
  });

  it('asks again after a failure', async () => {
    const { check, questions } = checking();
    const failed = check.confirm();
    const waiting = check.confirm();
    questions[0].reject(new Error('refused'));
    await expect(failed).rejects.toThrow('refused');
    await Promise.resolve();
    questions[1].resolve('uid-1');
    await waiting;
  });
});
