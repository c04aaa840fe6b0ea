/**
 * A web request and its answer, as plain values. The platform's Request and Response say the same, but making, reading
 * and listing them was half the work of a warm intake and a good part of a cold one (docs/decisions/0006).
 */

/** Names in lower case. */
export type HeaderValues = Readonly<Record<string, string>>;

export type Asked = {
  readonly method: string;
  /** As it came: percent signs and all, without a query. */
  readonly path: string;
  /** As it came, without its question mark; empty when there is none. */
  readonly query: string;
  readonly headers: HeaderValues;
  readonly body: Uint8Array;
};

export type Answer = {
  readonly status: number;
  readonly headers: HeaderValues;
  /** Whole `Set-Cookie` values. */
  readonly cookies?: readonly string[];
  readonly body: string;
};

export type App = (asked: Asked) => Promise<Answer>;
