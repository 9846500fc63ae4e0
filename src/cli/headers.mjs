// Reads public/_headers, the one place where the headers of a deployment are written.
// It answers what a host would send for a path. It must never add or soften a header of its own.

import { readFileSync } from 'node:fs';

/**
 * Parses `_headers` text: a path line, then indented `Name: value` lines; `#` starts a comment line.
 * @type {typeof import('./headers.d.mts').parseHeaders}
 */
export function parseHeaders(text) {
  /** @type {import('./headers.d.mts').HeaderRule[]} */
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      if (!content.startsWith('/')) throw new Error(`_headers line ${index + 1}: a rule starts with a path`);
      rules.push({ path: content, headers: [] });
      continue;
    }
    const colon = content.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 1 || rule === undefined)
      throw new Error(`_headers line ${index + 1}: expected "Name: value"`);
    rule.headers.push([content.slice(0, colon).trim(), content.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * Reads and parses a `_headers` file.
 * @type {typeof import('./headers.d.mts').readHeaders}
 */
export function readHeaders(file) {
  return parseHeaders(readFileSync(file, 'utf8'));
}

/**
 * The headers a host sends for a path, names in lower case. Where two rules set the same header the
 * values are joined by a comma, as Netlify and Cloudflare Pages do.
 * @type {typeof import('./headers.d.mts').headersFor}
 */
export function headersFor(rules, path) {
  /** @type {Record<string, string>} */
  const sent = {};
  for (const rule of rules) {
    if (!matches(rule.path, path)) continue;
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      sent[key] = key in sent ? `${sent[key]}, ${value}` : value;
    }
  }
  return sent;
}

/**
 * The content security policy of every page, in the form a `<meta>` may carry: a browser ignores
 * `frame-ancestors`, `report-uri`, `report-to` and `sandbox` there (CSP Level 3, section 3.3).
 * @type {typeof import('./headers.d.mts').metaPolicy}
 */
export function metaPolicy(rules) {
  const policy = headersFor(rules, '/index.html')['content-security-policy'];
  if (policy === undefined) throw new Error('_headers sets no Content-Security-Policy for /index.html');
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(
      (directive) => directive !== '' && !/^(frame-ancestors|report-uri|report-to|sandbox)\b/.test(directive),
    )
    .join('; ');
}

/** @param {string} pattern @param {string} path */
function matches(pattern, path) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
