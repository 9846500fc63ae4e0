import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { headersFor, metaPolicy, parseHeaders, readHeaders } from '../../src/cli/headers.mjs';

const published = readHeaders(fileURLToPath(new URL('../../public/_headers', import.meta.url)));

describe('reading _headers', () => {
  it('reads rules, and skips comments and empty lines', () => {
    const rules = parseHeaders('# note\n\n/*\n  X-A: one: two\n\n/b\n  # inside\n  X-B: 2\n');
    expect(rules).toEqual([
      { path: '/*', headers: [['X-A', 'one: two']] },
      { path: '/b', headers: [['X-B', '2']] },
    ]);
  });

  it('says on which line a rule is broken', () => {
    expect(() => parseHeaders('assets\n')).toThrow('line 1');
    expect(() => parseHeaders('/a\n  no colon here\n')).toThrow('line 2');
    expect(() => parseHeaders('  X-A: before any path\n')).toThrow('line 1');
  });

  it('joins the values of rules that meet, as hosts do', () => {
    const rules = parseHeaders('/*\n  Cache-Control: no-cache\n/a/*\n  Cache-Control: immutable\n');
    expect(headersFor(rules, '/a/b')).toEqual({ 'cache-control': 'no-cache, immutable' });
  });

  it('takes a dot for a dot and a star for anything', () => {
    const rules = parseHeaders('/sw.js\n  X-A: 1\n/assets/*\n  X-B: 2\n');
    expect(headersFor(rules, '/swxjs')).toEqual({});
    expect(headersFor(rules, '/assets/a/b.js')).toEqual({ 'x-b': '2' });
    expect(headersFor(rules, '/assets')).toEqual({});
  });
});

describe('the published headers', () => {
  const paths = [
    '/',
    '/index.html',
    '/programs',
    '/sw.js',
    '/assets/a.js',
    `/data/t/${'a'.repeat(64)}.index.json`,
    '/data/2.root.json',
    '/data/12.snapshot.json',
    '/data/12.targets.json',
    '/data/timestamp.json',
    '/manifest.webmanifest',
  ];

  it.each(paths)('never set one header twice for %s', (path) => {
    const names = published
      .filter((rule) => headersFor([rule], path) && Object.keys(headersFor([rule], path)).length > 0)
      .flatMap((rule) => rule.headers.map(([name]) => name.toLowerCase()));
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(paths)('carry the whole policy and the privacy headers for %s', (path) => {
    expect(headersFor(published, path)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('keep assets for ever and ask again for everything that leads to a new version', () => {
    expect(headersFor(published, '/assets/a.js')['cache-control']).toContain('immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest']) {
      expect(headersFor(published, path)['cache-control']).toBe('no-cache');
    }
  });

  it('keep all of the catalog for ever but the file that says what is new', () => {
    const named = [
      't/0123.p-00.json',
      't/0123.index.json',
      '2.root.json',
      '12.snapshot.json',
      '12.targets.json',
    ];
    for (const name of named) {
      expect(headersFor(published, `/data/${name}`)['cache-control']).toBe(
        'public, max-age=31536000, immutable',
      );
    }
    expect(headersFor(published, '/data/timestamp.json')['cache-control']).toBe(
      'public, max-age=300, must-revalidate',
    );
    expect(headersFor(published, '/data/1.timestamp.json')['cache-control']).toBeUndefined();
  });

  it('let no script, no connection and no frame in from elsewhere', () => {
    const policy = headersFor(published, '/')['content-security-policy'];
    for (const directive of [
      "script-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy?.split('; ')).toContain(directive);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('the policy inside the page', () => {
  it('is the published one without what a page may not say about itself', () => {
    const whole = headersFor(published, '/')['content-security-policy']?.split('; ') ?? [];
    expect(metaPolicy(published).split('; ')).toEqual(
      whole.filter((part) => !part.startsWith('frame-ancestors')),
    );
  });

  it('cannot be left out by mistake', () => {
    expect(() => metaPolicy(parseHeaders('/*\n  X-A: 1\n'))).toThrow('Content-Security-Policy');
  });
});
