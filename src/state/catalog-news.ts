// Word between the tabs of this browser about the catalog: one has put another release in force, or its changes have been
// seen. Carries no more than that. Where tabs cannot speak to each other each finds out at its next start.

export type CatalogNews =
  | { readonly kind: 'installed'; readonly version: number }
  | { readonly kind: 'seen' };

const NAME = 'cairn-catalog';

const isNews = (message: unknown): message is CatalogNews =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  ((message.kind === 'installed' && 'version' in message && typeof message.version === 'number') ||
    message.kind === 'seen');

let channel: BroadcastChannel | undefined;
const open = () => (channel ??= 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined);

export function tellTabs(news: CatalogNews): void {
  open()?.postMessage(news);
}

/** Hears what other tabs tell, never what this one does. Returns a stop. */
export function hearTabs(hear: (news: CatalogNews) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>) => {
    if (isNews(data)) hear(data);
  };
  const from = open();
  from?.addEventListener('message', listen);
  return () => from?.removeEventListener('message', listen);
}
