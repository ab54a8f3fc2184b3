import { StatusError } from '../errors/StatusError';
import { StoreEvent } from '../store/ObjectStore';
import type { Registry } from '../registry/Registry';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { Timing } from './Timing';

interface Queue {
  keys: Set<string>;
  /** What is to be looked at later: the key and when. */
  due: Set<string>;
}

interface Loop {
  controller: Controller;
  context: ControllerContext;
  queue: Queue;
}

interface RunnerOptions {
  registry: Registry;
  controllers: readonly Controller[];
  timing: Timing;
  held: ReadonlySet<string>;
  /** Told of defects of a controller. */
  onError: (error: unknown, where: string) => void;
}

// A write that was refused is tried again after this time.
const RETRY = 1000;

/** Runs the controllers of a cluster as its objects change. */
export class ControllerRunner {
  private readonly loops: Loop[];
  private readonly registry: Registry;
  private readonly onError: RunnerOptions['onError'];
  private readonly unsubscribe: () => void;
  private paused = 0;
  private scheduled = false;
  private stopped = false;

  constructor(options: RunnerOptions) {
    this.registry = options.registry;
    this.onError = options.onError;
    this.loops = options.controllers.map(controller => {
      const queue: Queue = { keys: new Set(), due: new Set() };
      return {
        controller,
        queue,
        context: new ControllerContext({
          registry: options.registry,
          timing: options.timing,
          held: options.held,
          manager: controller.name,
          requeue: (key, milliseconds) =>
            this.requeue(queue, key, milliseconds),
        }),
      };
    });
    this.unsubscribe = options.registry.store.subscribe(event =>
      this.observe(event),
    );
    this.registry.clock.betweenTasks(() => this.drain());
  }

  /** Lets nothing happen while something is loaded as a whole. */
  whilePaused<T>(run: () => T): T {
    this.paused++;
    try {
      return run();
    } finally {
      this.paused--;
      this.schedule();
    }
  }

  stop(): void {
    this.stopped = true;
    this.unsubscribe();
  }

  private observe(event: StoreEvent): void {
    for (const { controller, context, queue } of this.loops) {
      for (const key of controller.concerns(event, context)) {
        queue.keys.add(key);
      }
    }
    this.schedule();
  }

  private requeue(queue: Queue, key: string, milliseconds: number): void {
    const { clock } = this.registry;
    const due = `${clock.now() + milliseconds} ${key}`;
    // A loop that wishes the same at each of many changes is told once.
    if (queue.due.has(due)) {
      return;
    }
    queue.due.add(due);
    clock.after(milliseconds, () => {
      queue.due.delete(due);
      queue.keys.add(key);
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled || this.stopped) {
      return;
    }
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.drain();
    });
  }

  private drain(): void {
    if (this.paused > 0 || this.stopped) {
      return;
    }
    let busy = true;
    while (busy) {
      busy = false;
      for (const loop of this.loops) {
        const keys = [...loop.queue.keys];
        loop.queue.keys.clear();
        for (const key of keys) {
          busy = true;
          this.reconcile(loop, key);
        }
      }
    }
  }

  private reconcile({ controller, context }: Loop, key: string): void {
    try {
      controller.reconcile(key, context);
    } catch (error) {
      // Refusals are part of life: a namespace goes away, a quota is full.
      if (error instanceof StatusError) {
        context.again(key, RETRY);
      } else {
        this.onError(error, `${controller.name} ${key}`);
      }
    }
  }
}
