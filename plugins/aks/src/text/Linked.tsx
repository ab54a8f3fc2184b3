import { Link } from '@backstage/ui';
import { Fragment } from 'react';

/** An address, without the full stop of the sentence that it ends. */
const ADDRESS = /(https:\/\/[^\s]*[^\s.,;:)])/;

/** A sentence whose addresses can be followed. */
export function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(ADDRESS).map((part, index) =>
        ADDRESS.test(part) ? (
          <Link key={index} href={part} target="_blank" rel="noopener">
            {part}
          </Link>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
