import { Question } from './Child';

/** What answers the process that started this one. */
export interface Answering {
  /** Said once, when all is ready. */
  started: unknown;
  handle(question: Question): Promise<unknown> | unknown;
  /** Takes away what would outlast this process. */
  end?(): Promise<void>;
}

/** Answers the process that started this one, one question after the other. */
export function answering<Setting>(
  start: (setting: Setting) => Promise<Answering>,
): void {
  let ready: Promise<Answering> | undefined;
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= Promise.resolve(ready).then(its => its?.end?.());
    return ended;
  };
  process.on('message', async (question: Question) => {
    if (question.ask === undefined) {
      return;
    }
    try {
      process.send?.({ answer: (await answerTo(question)) ?? null });
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    }
  });
  process.on('disconnect', () => {
    end().finally(() => process.exit(0));
  });

  async function answerTo(question: Question): Promise<unknown> {
    if (!ready) {
      ready = start(question.setting as Setting);
      return (await ready).started;
    }
    return question.ask === 'end' ? end() : (await ready).handle(question);
  }
}
