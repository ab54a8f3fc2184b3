import { Progress } from '../progress.mjs';

/** A progress that writes into `text` instead of on the screen. */
export function silentProgress() {
  const out = {
    text: '',
    write(chunk) {
      out.text += chunk;
    },
  };
  return { progress: new Progress(out), out };
}
