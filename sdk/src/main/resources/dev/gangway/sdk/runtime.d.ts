/** Where calls go, as whom, and how long they may take. */
export interface Options {
  /** The gateway's server; `GANGWAY_URL`, or else http://localhost:8700. */
  url?: string;
  /** An access token; `GANGWAY_TOKEN` when absent. */
  token?: string;
  /** The connection whose credentials the gateway adds; `GANGWAY_CONNECTION` when absent. */
  connection?: string;
  /** Milliseconds that one attempt may take; 60000 when absent. */
  timeout?: number;
  /** How often to try again what is safe to try again; 2 when absent. */
  maxRetries?: number;
  /** Further headers. */
  headers?: Record<string, string>;
  /** Ends the call when it is aborted. */
  signal?: AbortSignal;
  /** Another implementation of fetch. */
  fetch?: typeof fetch;
}

/** Options of a call that has headers of its own. */
export type OptionsWith<Named> = Omit<Options, 'headers'> & { headers?: Named & Record<string, string | undefined> };

/** What went wrong: an answer that is no success, or none at all. */
export declare class GangwayError extends Error {
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Quote it to support. */
  readonly request_id: string | undefined;
  /** The kind of error, such as `INVALID_REQUEST`, or a problem's type. */
  readonly type: string | undefined;
  /** The error itself, such as `INVALID_FIELD`; `TIMEOUT` or `CONNECTION_FAILED` when there was no answer. */
  readonly code: string | undefined;
  /** The whole body of the answer. */
  readonly problem: unknown;
  readonly headers: Headers | undefined;
}

/** A number that is sent as it is written here, though a double could not hold it: `exact('12345678901234567890')`. */
export declare function exact(text: string): number;
