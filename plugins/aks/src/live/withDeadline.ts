/**
 * Rejects when the work has not ended in time. The work itself goes on; its
 * result is dropped.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `The AKS backend has not answered within ${
              milliseconds / 1000
            } seconds.`,
          ),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
