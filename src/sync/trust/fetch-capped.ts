// One file from the network, or the reason why not. Reads as it comes and stops at the cap, at a stall and at the
// caller's wish; a redirect or anything but JSON is someone else's answer (a sign-in page). Never sends anything but the
// validator the server gave with the same file.
import type { Clock } from './clock.ts';
import { LIMITS } from './limits.ts';
import { type Refused, refused } from './refused.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchPorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

export type Fetched =
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** The validator to ask with the next time. */
      readonly etag?: string;
    }
  /** The server answers, and has no such file. */
  | { readonly kind: 'missing' }
  /** Still what `etag` stands for. */
  | { readonly kind: 'same' }
  | Refused;

export interface FetchOptions {
  /** Asks only for what is not this any more. */
  readonly etag?: string;
  /** `any` where the server names no types; the app never uses it. */
  readonly type?: 'json' | 'any';
}

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
  { etag, type: wanted = 'json' }: FetchOptions = {},
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
        // With a validator of our own the browser's cache must keep out of it: it would answer 200 for a 304.
        cache: etag === undefined ? 'no-cache' : 'no-store',
        ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }),
        signal: request.signal,
      }),
    );
    if ('kind' in response) return response;
    const { status } = response;
    if (status === 304 && etag !== undefined) return { kind: 'same' };
    if (status === 404 || status === 403 || status === 410) return { kind: 'missing' };
    const what = `${name}: HTTP ${status}`;
    if (status >= 500 || status === 429) return askedToWait(response, what, clock.now());
    if (!response.ok) return refused('not-a-catalog', what);
    const type = response.headers.get('content-type') ?? '';
    if (wanted === 'json' && !JSON_TYPE.test(type)) {
      return refused('not-a-catalog', `${name}: ${type || 'no content type'}`);
    }
    const read = await readCapped(response, name, maxBytes, waitFor);
    const validator = response.headers.get('etag');
    return read.kind === 'body' && validator !== null ? { ...read, etag: validator } : read;
  } catch (error) {
    return ended ?? refused('offline', `${name}: ${error instanceof Error ? error.name : 'no answer'}`);
  } finally {
    stopTotal();
    stopStall();
    signal.removeEventListener('abort', cancel);
    request.abort();
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); anything else says nothing. */
function askedToWait(response: Response, what: string, now: number): Refused {
  const header = response.headers.get('retry-after')?.trim() ?? '';
  const at = header.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : at - now;
  return ms > 0 ? { ...refused('offline', what), retryAfter: ms } : refused('offline', what);
}

async function readCapped(
  response: Response,
  name: string,
  maxBytes: number,
  waitFor: <T>(step: Promise<T>) => Promise<T | Refused>,
): Promise<{ readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer> } | Refused> {
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
