import { Attempt, connectionFailure, nonsense } from './failures';
import { ListItems } from './listItems';
import { ListPage, ListPortion, pageOf } from './listPage';

/**
 * Reads a list as it arrives, some objects at a time, and returns the page, of
 * which no items are left.
 */
export async function* portionsOf(
  attempt: Attempt,
  body: AsyncIterable<Buffer> & { destroy(): void },
  portionSize: number,
): AsyncGenerator<ListPortion, ListPage> {
  const list = new ListItems();
  let items: unknown[] = [];
  let page: ListPage | undefined;
  try {
    for await (const chunk of body) {
      for (const item of list.take(chunk)) {
        items.push(JSON.parse(item.toString('utf8')));
        if (items.length === portionSize) {
          yield { items };
          items = [];
        }
      }
    }
    page = pageOf(JSON.parse(list.rest()));
  } catch (error) {
    throw connectionFailure(attempt, error);
  } finally {
    body.destroy();
  }
  if (!page) {
    throw nonsense(attempt, 'the answer is not a list of objects');
  }
  if (items.length > 0) {
    yield { items };
  }
  return page;
}
