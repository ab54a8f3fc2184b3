import { Question } from './Child';

type Handler = (question: Question) => Promise<unknown> | unknown;

/** Answers the process that started this one. */
export function answering<Setting>(
  start: (setting: Setting) => Promise<{
    started: unknown;
    handle: Handler;
  }>,
): void {
  let handle: Handler | undefined;
  process.on('message', async (question: Question) => {
    if (question.ask === undefined) {
      return;
    }
    try {
      if (handle) {
        process.send?.({ answer: (await handle(question)) ?? null });
        return;
      }
      const { started, handle: next } = await start(
        question.setting as Setting,
      );
      handle = next;
      process.send?.({ answer: started });
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    }
  });
  process.on('disconnect', () => process.exit(0));
}
