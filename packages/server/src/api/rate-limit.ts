import { isIPv6 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { HttpError } from './problems.ts';

/** A bucket per address: `burst` calls at once, then `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

export interface Rates {
  GET: Rate;
  POST: Rate;
}

/** Wide enough for a library or a school where everybody shares one address. */
export const defaultRates: Rates = { GET: { burst: 600, perSecond: 20 }, POST: { burst: 120, perSecond: 2 } };

/** Addresses remembered at most; beyond it the fullest buckets, which hold nothing back, are forgotten. */
const memory = 50_000;

/** Counts in memory only: no address is ever written anywhere. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Seconds to wait; 0: go on. `at` in milliseconds. */
  take(address: string, at: number): number {
    const { burst, perSecond } = this.#rate;
    const bucket = this.#buckets.get(address) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (this.#buckets.size >= memory && !this.#buckets.has(address)) this.#forget(at);
    this.#buckets.set(address, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
    bucket.tokens -= 1;
    return 0;
  }

  #forget(at: number): void {
    const full = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [address, bucket] of this.#buckets) if (at - bucket.at > full) this.#buckets.delete(address);
    if (this.#buckets.size >= memory) this.#buckets.clear();
  }
}

/** `except`: calls that are limited elsewhere. */
export function limitRate(rates: Rates, trustProxy: boolean, now: () => number, except: (c: Context) => boolean = () => false): MiddlewareHandler {
  const limiters = { GET: new RateLimiter(rates.GET), POST: new RateLimiter(rates.POST) };
  return async (c, next) => {
    const limiter = c.req.method === 'POST' ? limiters.POST : limiters.GET;
    if (!except(c)) refuseAfter(limiter.take(addressOf(c, trustProxy), now()), 'Too many calls from this address.');
    await next();
  };
}

/** @throws HttpError 429 where there are seconds to wait */
export function refuseAfter(wait: number, detail: string): void {
  if (wait > 0) throw new HttpError(429, 'quota', { retryAfter: Math.ceil(wait), detail });
}

/** Behind a proxy the last address of X-Forwarded-For, the only one the proxy itself wrote. See {@link networkOf}. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? (c.env as HttpBindings | undefined)?.incoming?.socket.remoteAddress ?? '';
  return networkOf(address);
}

/** Who shares a bucket: an IPv4 address (also written as `::ffff:a.b.c.d`), or the /64 of an IPv6 address. A port is left away. */
export function networkOf(written: string): string {
  const address = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? written;
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const start = groups(head);
  // `::` stands for as many zeros as are missing to eight; a dotted end is two groups.
  const end = groups(tail ?? '').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const all = [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0'), ...end];
  return all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
