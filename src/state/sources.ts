// The sources of the catalog by key, so that a fact can say where it comes from wherever it stands.
import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { Source } from '#domain/catalog.ts';
import type { Fact } from '#domain/fact.ts';
import { catalogSources, catalogState } from './catalog.ts';

const byKey = signal<ReadonlyMap<string, Source>>(new Map());
export const sources: ReadonlySignal<ReadonlyMap<string, Source>> = byKey;

/** Reads the sources whenever another catalog is opened. Returns a stop. */
export function startSources(): () => void {
  return effect(() => {
    if (catalogState.value.kind !== 'ready') return;
    void catalogSources().then((list) => {
      byKey.value = new Map(list.map((source) => [source.key, source]));
    });
  });
}

/** `ACGME lists, 2025`; the bare key while the sources are not read yet. */
export const sourceWords = ({ source, year }: Fact): string =>
  [byKey.value.get(source)?.short ?? source, year].filter((part) => part !== null).join(', ');
