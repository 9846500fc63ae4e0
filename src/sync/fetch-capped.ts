// One file from the network, or the reason why not. Reads as it comes and stops at the cap, at a stall and at the
// caller's wish; a redirect or anything but JSON is someone else's answer (a sign-in page). Never sends anything.
import type { Clock } from './clock.ts';
import { LIMITS } from './limits.ts';
import { type Refused, refused } from './outcome.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchPorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

export type Fetched = { readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer> } | Refused;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * @param name for the report only.
 * @param maxBytes of the decoded body; reading stops with the first byte more.
 */
export async function fetchCapped(
  url: string,
  name: string,
  maxBytes: number,
  { fetch, clock }: FetchPorts,
  signal: AbortSignal,
): Promise<Fetched> {
  if (signal.aborted) return refused('cancelled', name);
  const request = new AbortController();
  let ended: Refused | undefined;
  let giveUp: (why: Refused) => void = () => {};
  const givenUp = new Promise<Refused>((resolve) => {
    giveUp = (why) => {
      ended ??= why;
      request.abort();
      resolve(ended);
    };
  });
  const cancel = () => giveUp(refused('cancelled', name));
  signal.addEventListener('abort', cancel, { once: true });
  const stopTotal = clock.after(LIMITS.requestMs, () => giveUp(refused('stalled', `${name}: too slow`)));
  let stopStall = () => {};
  /** Waits for the server, but not for ever, whatever it does with our abort. */
  const waitFor = <T>(step: Promise<T>): Promise<T | Refused> => {
    stopStall();
    stopStall = clock.after(LIMITS.stallMs, () => giveUp(refused('stalled', `${name}: silent`)));
    return Promise.race([step, givenUp]);
  };

  try {
    const response = await waitFor(
      fetch(url, {
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // The name of a chunk stays while its content changes with a release.
        cache: 'no-cache',
        signal: request.signal,
      }),
    );
    if ('kind' in response) return response;
    const status = `${name}: HTTP ${response.status}`;
    if (response.status >= 500 || response.status === 429) return refused('offline', status);
    if (!response.ok) return refused('not-a-catalog', status);
    const type = response.headers.get('content-type') ?? '';
    if (!JSON_TYPE.test(type)) return refused('not-a-catalog', `${name}: ${type || 'no content type'}`);
    return await readCapped(response, name, maxBytes, waitFor);
  } catch (error) {
    return ended ?? refused('offline', `${name}: ${error instanceof Error ? error.name : 'no answer'}`);
  } finally {
    stopTotal();
    stopStall();
    signal.removeEventListener('abort', cancel);
    request.abort();
  }
}

async function readCapped(
  response: Response,
  name: string,
  maxBytes: number,
  waitFor: <T>(step: Promise<T>) => Promise<T | Refused>,
): Promise<Fetched> {
  if (!response.body) return { kind: 'body', bytes: new Uint8Array() };
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const step = await waitFor(reader.read());
    if ('kind' in step) return step;
    if (step.done) break;
    length += step.value.length;
    if (length > maxBytes) return refused('too-long', `${name}: more than ${maxBytes} bytes`);
    parts.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { kind: 'body', bytes };
}
