// Whether a media query holds, kept up to date. For layouts that differ in what they hold, not only in how it is set.
import { useEffect, useState } from 'preact/hooks';

/** Where a list and its detail stand side by side. */
export const SIDE_BY_SIDE = '(min-width: 1100px)';

export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const media = window.matchMedia?.(query);
    if (!media) return;
    const look = () => setHolds(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return holds;
}
