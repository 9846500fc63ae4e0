// One line about the catalog: which one it is, how far its fetching has come, or why it is not here.
import { catalogState, retryCatalog } from '#state/catalog.ts';
import { Arrival } from '#ui/arrival.tsx';
import styles from './screen.module.css';

// A date without a time is the same day everywhere.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

export function CatalogLine() {
  const catalog = catalogState.value;
  if (catalog.kind !== 'ready') {
    return <Arrival what="catalog" coming={catalog} onRetry={() => void retryCatalog()} />;
  }
  const { date, programs } = catalog.overview;
  return (
    <p class={styles.catalog}>
      <span>
        Catalog of {DATE.format(new Date(date))}, {programs.toLocaleString('en-US')} programs
      </span>
      <a href="/my-data">Where it comes from</a>
      {catalog.held && (
        <span>It could not be stored on this device, so it is fetched again at the next start.</span>
      )}
      {catalog.lost > 0 && (
        <span>A part of it could not be read; some programs are missing until it is mended.</span>
      )}
    </p>
  );
}
