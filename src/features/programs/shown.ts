// The view on screen, tied to the address: a change is written there at once, an address gone to is read from there.
import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ProgramQuery } from '#domain/query.ts';
import { profile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { hashOfView, type ProgramsView, queryOfView, viewFromHash } from './view.ts';

const shown = signal<ProgramsView | null>(null);

/** The view, or null until the notebook has said which specialty is the user's own. */
export const shownView = (): ProgramsView | null => shown.value;

let lastQuery: { readonly words: string; readonly query: ProgramQuery } | undefined;

/** The question of the view; the same object while it asks the same, so that moving the map asks no list anew. */
export const shownQuery = computed<ProgramQuery | undefined>(() => {
  if (shown.value === null) return undefined;
  const query = queryOfView(shown.value, () => shortlist.value ?? []);
  const words = JSON.stringify(query);
  if (lastQuery?.words !== words) lastQuery = { words, query };
  return lastQuery.query;
});

export function changeView(change: Partial<ProgramsView>): void {
  if (shown.value === null) return;
  shown.value = { ...shown.value, ...change };
  // Replaced, not pushed: going back leaves the list, it does not undo letters.
  history.replaceState(history.state, '', `${location.pathname}${hashOfView(shown.value)}`);
}

export function useShownView(): ProgramsView | null {
  const known = profile.value !== undefined;
  const own = profile.value?.specialties[0] ?? '';
  useEffect(() => {
    if (!known) return;
    const read = () => {
      shown.value = viewFromHash(location.hash, own);
    };
    read();
    window.addEventListener('hashchange', read);
    window.addEventListener('popstate', read);
    return () => {
      window.removeEventListener('hashchange', read);
      window.removeEventListener('popstate', read);
      shown.value = null;
    };
  }, [known, own]);
  return shown.value;
}
