import type { IncomingHttpHeaders } from 'node:http';

/** One request as the server saw it, told when it has been answered. */
export type ServedRequest = {
  method: string;
  /** Path and query, as sent. */
  url: string;
  headers: IncomingHttpHeaders;
  bodyBytes: number;
  status: number;
};

export type ServeOptions = {
  /** 0 takes a free port. */
  port?: number;
  dir?: string;
  host?: string;
  onRequest?: (request: ServedRequest) => void;
};

export type Server = {
  port: number;
  url: string;
  /** Stops listening and cuts every open connection. */
  close(): Promise<void>;
};

export function serve(options?: ServeOptions): Promise<Server>;
export function serveAndSay(): Promise<void>;
