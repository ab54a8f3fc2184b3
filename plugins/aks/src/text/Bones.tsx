import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './Bones.module.css';

/** Placeholders of given widths, one under the other, for text on its way. */
export function Bones(props: { label: string; widths: string[] }) {
  return (
    <div className={styles.bones} role="status">
      <VisuallyHidden>{props.label}</VisuallyHidden>
      {props.widths.map((width, index) => (
        <Skeleton
          key={index}
          className={styles.bone}
          width={width}
          height="1.1em"
        />
      ))}
    </div>
  );
}
