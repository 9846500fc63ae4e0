// Serves the built app as a production host would: the headers of _headers, files compressed ahead of
// time, and a hard 404 for everything that is neither a file nor a route of the app.
// It must never answer a missing asset or catalog chunk with the page: a browser would keep it.

import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { headersFor, readHeaders } from './headers.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const LOCAL_PORT = 4173;
const LOCAL_HOST = '127.0.0.1';

/**
 * Starts the server. Port 0 takes a free one. `onRequest` is told of every request when it has been
 * answered. The files are listed once at the start: a server started before a build knows nothing of it.
 * @type {typeof import('./serve.d.mts').serve}
 */
export async function serve({ port = LOCAL_PORT, dir = DIST, host = LOCAL_HOST, onRequest } = {}) {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`Nothing to serve: ${join(dir, 'index.html')} is missing. Run npm run build first.`);
  }
  const server = createServer();
  const answer = answerFrom(dir);
  server.on('request', (request, response) => {
    const { method = '', url = '' } = request;
    let bodyBytes = 0;
    request.on('data', (chunk) => {
      bodyBytes += chunk.length;
    });
    response.on('close', () => {
      onRequest?.({ method, url, headers: request.headers, bodyBytes, status: response.statusCode });
    });
    answer(request, response);
  });
  const taken = await listen(server, port, host);
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} dir */
function answerFrom(dir) {
  const rules = readHeaders(join(dir, '_headers'));
  const files = sirv(dir, { etag: true, gzip: true, brotli: true, extensions: [] });

  /** @param {Request} request @param {Response} response */
  const page = (request, response) => {
    request.url = '/index.html';
    files(request, response, () => refuse(response, 404, 'Not found.'));
  };

  /** @param {Request} request @param {Response} response */
  return (request, response) => {
    const path = pathOf(request.url ?? '');
    response.setHeader('cache-control', 'no-cache');
    for (const [name, value] of Object.entries(headersFor(rules, path ?? '/')))
      response.setHeader(name, value);

    if (path === undefined) return refuse(response, 400, 'That address cannot be read.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD are answered here.');
    }
    if (path === '/_headers') return refuse(response, 404, 'Not found.');
    if (path === '/') return page(request, response);
    files(request, response, () => {
      if (isRoute(request, path)) return page(request, response);
      refuse(response, 404, 'Not found.');
    });
  };
}

/**
 * The decoded path of a request, or undefined when it is not one.
 * @param {string} url
 */
function pathOf(url) {
  try {
    return decodeURI(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/**
 * A person opening a page of the app, as against a program asking for a file.
 * @param {Request} request @param {string} path
 */
function isRoute(request, path) {
  const asksForPage = (request.headers.accept ?? '').includes('text/html');
  const hasExtension = /\.[^/]*$/.test(path);
  return asksForPage && !hasExtension && !/^\/(assets|data)\//.test(path);
}

/** @param {Response} response @param {number} status @param {string} sentence */
function refuse(response, status, sentence) {
  // An error must not live as long as the file it stands for.
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.statusCode = status;
  response.end(`${sentence}\n`);
}

/**
 * Answers the port that was taken.
 * @param {import('node:http').Server} server @param {number} port @param {string} host
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves dist and says where, until the process ends. `PORT` chooses another port, `HOST` another address
 * to listen on (0.0.0.0 in a container).
 * @type {typeof import('./serve.d.mts').serveAndSay}
 */
export async function serveAndSay() {
  const port = Number(process.env.PORT ?? LOCAL_PORT);
  try {
    const server = await serve({ port, host: process.env.HOST ?? LOCAL_HOST });
    console.log(`Cairn is at ${server.url} (stop with Ctrl+C)`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = error instanceof Error ? error.message : String(error);
    console.error(isTaken ? `Port ${port} is in use. Choose another: PORT=${port + 1} npm start` : reason);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await serveAndSay();
}
