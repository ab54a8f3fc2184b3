import { Fragment } from 'react';

/** Here a name may be broken: `leads to catalog-|api:|http`. Dates may not. */
const JOINTS = /(?<=[-./:])(?=[a-z])/i;

/** Text that, where space is short, breaks inside a name only at its joints. */
export function Breakable({ text }: { text: string }) {
  return (
    <>
      {text.split(JOINTS).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
