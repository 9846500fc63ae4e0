// The one ornament: contour lines of a drawn hill, faint, behind the top of a page or beside an empty place. It says
// nothing, so nobody is told of it.
import styles from './contours.module.css';

export function Contours({ place }: { readonly place: 'page-top' | 'aside' }) {
  return <div class={place === 'page-top' ? styles.pageTop : styles.aside} aria-hidden="true" />;
}
