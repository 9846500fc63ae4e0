// The sources of the catalog, each with its licence and its weakness; a weakness is shown as plainly as a strength.
import { sources } from '#state/sources.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import styles from './screen.module.css';

export function SourceList() {
  const known = [...sources.value.values()];
  return (
    <>
      <p>
        Populations and a few places are from GeoNames, <span class={styles.together}>CC BY 4.0</span>. Facts
        come from public lists; no text, logo or ranking of anyone else is used.
      </p>
      {known.length > 0 && (
        <FactList>
          {known.map(({ key, title, year, licence, weakness }) => (
            <FactLine
              key={key}
              label={year}
              note={
                <>
                  Licence: {licence || 'not stated'}
                  <br />
                  Weakness: {weakness || 'none known'}
                </>
              }
            >
              {title}
            </FactLine>
          ))}
        </FactList>
      )}
    </>
  );
}
