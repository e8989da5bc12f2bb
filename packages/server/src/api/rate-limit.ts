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

/** Buckets remembered at most; beyond it those that were asked for longest ago are forgotten. */
const memory = 50_000;

/** Whoever is given a /48 of IPv6 has 65 536 networks: together they may call as often as so many addresses. */
const networksOfSite = 16;

interface Bucket {
  tokens: number;
  at: number;
}

/** Counts in memory only: no address is ever written anywhere. */
export class RateLimiter {
  readonly #rate: Rate;
  /** The one asked for longest ago comes first. */
  readonly #buckets = new Map<string, Bucket>();
  /** Stands before that one: to look for it from the start each time would pass by all that were deleted. */
  #oldest: MapIterator<string> | undefined;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Seconds to wait; 0: go on. `at` in milliseconds. */
  take(network: string, at: number): number {
    return this.#ask(network, at, 1);
  }

  /** What {@link take} would answer, and takes nothing. */
  wait(network: string, at: number): number {
    return this.#ask(network, at, 0);
  }

  /** Buckets in memory. */
  get size(): number {
    return this.#buckets.size;
  }

  #ask(network: string, at: number, tokens: 0 | 1): number {
    const site = siteOf(network);
    return this.#of(network, at, tokens, 1) || (site === undefined ? 0 : this.#of(site, at, tokens, networksOfSite));
  }

  #of(name: string, at: number, tokens: 0 | 1, times: number): number {
    const burst = this.#rate.burst * times;
    const perSecond = this.#rate.perSecond * times;
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (!this.#buckets.delete(name) && this.#buckets.size >= memory) this.#forgetOldest();
    this.#buckets.set(name, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
    bucket.tokens -= tokens;
    return 0;
  }

  #forgetOldest(): void {
    this.#oldest ??= this.#buckets.keys();
    const { value } = this.#oldest.next();
    if (value !== undefined) this.#buckets.delete(value);
  }
}

/** The /48 that an IPv6 network of {@link networkOf} is part of. */
const siteOf = (network: string): string | undefined => /^((?:[\da-f]+:){3})[\da-f]+$/.exec(network)?.[1];

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

/** Who shares a bucket: an IPv4 address (also written as IPv6, `::ffff:a.b.c.d`), or the /64 of an IPv6 address. A port is left away. */
export function networkOf(written: string): string {
  const address = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? written;
  const v4 = /^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const [start, end] = [groupsIn(head), groupsIn(tail ?? '')];
  // `::` stands for as many zeros as are missing to eight.
  const all = [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => 0), ...end];
  if (all.slice(0, 5).every((group) => group === 0) && all[5] === 0xffff) return all.slice(6).flatMap((group) => [group >> 8, group & 255]).join('.');
  return all.slice(0, 4).map((group) => group.toString(16)).join(':');
}

/** The numbers of a part of an IPv6 address; a dotted end is two of them. */
const groupsIn = (part: string): number[] => part.split(':').filter((group) => group !== '').flatMap((group) => {
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
  return group.includes('.') ? [a * 256 + b, c * 256 + d] : [parseInt(group, 16)];
});
