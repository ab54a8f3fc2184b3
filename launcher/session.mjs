import { endAll, killAll } from './children.mjs';
import { Failure, describeFailure } from './failure.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command of the launcher from its first line to the exit code, and
 * ends every child on the way out: on success, failure, and Ctrl-C, which a
 * second Ctrl-C makes immediate.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @param {(session: { onInterrupt: (code: number) => void }) => Promise<number>}
 *   main gives the exit code; `onInterrupt` sets the one for Ctrl-C
 */
export async function runSession(progress, main) {
  let interruptCode = 130;
  let interrupted = false;

  for (const signal of SIGNALS) {
    process.on(signal, async () => {
      if (interrupted) {
        killAll();
        process.exit(130);
      }
      interrupted = true;
      progress.stop();
      progress.print('\nEnding …');
      await endAll();
      process.exit(interruptCode);
    });
  }

  const exit = async code => {
    if (interrupted) {
      // The children fail because they were ended: the handler has the word.
      return;
    }
    progress.stop();
    await endAll();
    process.exit(code);
  };

  try {
    const onInterrupt = code => {
      interruptCode = code;
    };
    await exit(await main({ onInterrupt }));
  } catch (error) {
    if (!interrupted) {
      progress.stop();
      progress.print(
        error instanceof Failure ? describeFailure(error) : error.stack,
      );
    }
    await exit(1);
  }
}
