// How much room the app takes on this device, and what the browser has promised about it.
import { useEffect } from 'preact/hooks';
import { checkPersistence, type Persistence, persistence } from '#state/persistence.ts';
import { syncWork } from '#state/catalog-sync.ts';
import { readStorageUse, storageUse } from '#state/storage-use.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';
import { sizeWords } from './words.ts';

const KEPT: Record<Persistence, string | null> = {
  unknown: null,
  persisted: 'The browser has promised not to clear it on its own.',
  'best-effort':
    'At risk: the browser may clear it when the device runs out of room, or after a long time unused.',
  unsupported: 'This browser does not say whether it may clear it on its own.',
};

export function Storage() {
  useEffect(() => void checkPersistence(), []);
  // An installation has just ended, or begun: the count is another one.
  const { kind } = syncWork.value;
  useEffect(() => void readStorageUse(), [kind]);
  const use = storageUse.value;
  const kept = KEPT[persistence.value];
  if (use === null && kept === null) return null;
  return (
    <Section title="Room on this device">
      <FactList>
        {use && (
          <FactLine
            label="In use"
            note="The app, the catalog and your notebook together, as the browser counts it."
          >
            {sizeWords(use.used)}
            {use.room !== null && ` of ${sizeWords(use.room)} this site may use`}
          </FactLine>
        )}
        {kept !== null && <FactLine label="Kept">{kept}</FactLine>}
      </FactList>
    </Section>
  );
}
