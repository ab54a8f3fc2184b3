import { setTimeout } from 'node:timers/promises';

const DEADLINE_MILLISECONDS = 20_000;

/** Repeats an expectation until it holds; fails as it last failed. */
export async function eventually<Result>(
  expectation: () => Promise<Result> | Result,
  patience = DEADLINE_MILLISECONDS,
): Promise<Result> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await setTimeout(20);
  }
}
