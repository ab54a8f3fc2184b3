import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './SidebarLogo.module.css';

/** Four hops in a row, the way the portal draws a path. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label="AKS portal, home"
    >
      <svg viewBox="0 0 28 28" className={styles.mark} aria-hidden="true">
        <path d="M4 14h20" className={styles.line} />
        <circle cx="4" cy="14" r="3" />
        <circle cx="14" cy="14" r="3" />
        <circle cx="24" cy="14" r="3" />
      </svg>
      {isOpen && <span className={styles.name}>AKS portal</span>}
    </Link>
  );
};
