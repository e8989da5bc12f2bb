import { isParvisError, normalizeCode } from '@parvis/contract';
import { changeGroup } from './wrap.ts';
import type { Broken } from './wrap.ts';

export const brokenOthers: Broken[] = [
  {
    name: 'a page repeats the last item of the page before', group: 'proposals',
    caughtBy: 'list: neither repeats nor skips, however long the pages',
    wrap: changeGroup('proposals', (proposals) => {
      const last = new Map<string, Awaited<ReturnType<typeof proposals.list>>['items']>();
      return {
        list: async (input, context) => {
          const page = await proposals.list(input, context);
          if (page.next) last.set(page.next, page.items.slice(-1));
          return { ...page, items: [...(last.get(input.cursor ?? '') ?? []), ...page.items] };
        },
      };
    }),
  },
  {
    name: 'pages count items, and repeat one when another is added', group: 'proposals',
    caughtBy: 'list: neither repeats nor skips while proposals are added',
    wrap: changeGroup('proposals', (proposals) => ({
      list: async ({ cursor, limit = 20, ...input }, context) => {
        const { items } = await proposals.list({ ...input, limit: 100, ...(cursor === 'made-up' && { cursor }) }, context);
        const from = Number(cursor ?? 0);
        return { items: items.slice(from, from + limit), ...(from + limit < items.length && { next: String(from + limit) }) };
      },
    })),
  },
  {
    name: 'a page skips an item', group: 'faq',
    caughtBy: 'list: gives one category, and pages that neither repeat nor skip',
    wrap: changeGroup('faq', (faq) => ({
      list: async (input, context) => {
        const page = await faq.list(input, context);
        return input.cursor === undefined ? page : { ...page, items: page.items.slice(1) };
      },
    })),
  },
  {
    name: 'an error has no code', group: 'consultations',
    caughtBy: 'get: answers `not-found` for a consultation that does not exist',
    wrap: changeGroup('consultations', (consultations) => ({
      get: (input, context) => consultations.get(input, context).catch((error: unknown) => {
        if (isParvisError(error) && error.code === 'not-found') throw new Error('no such row');
        throw error;
      }),
    })),
  },
  {
    name: 'an answer lacks a field', group: 'places',
    caughtBy: 'list: tells where to vote or to get help',
    wrap: changeGroup('places', (places) => ({
      list: async (input, context) => ({ ...(await places.list(input, context)), lang: undefined as never }),
    })),
  },
  {
    name: 'a late retry beats a newer intention', group: 'proposals',
    caughtBy: 'support: lets no late retry beat a newer intention',
    wrap: changeGroup('proposals', (proposals) => {
      let arrival = 100;
      return {
        support: async (input, context) => ({ ...(await proposals.support({ ...input, sequence: (arrival += 1) }, context)), sequence: input.sequence }),
        withdrawSupport: async (input, context) => ({ ...(await proposals.withdrawSupport({ ...input, sequence: (arrival += 1) }, context)), sequence: input.sequence }),
      };
    }),
  },
  {
    name: 'the reader\'s language is ignored', group: 'faq',
    caughtBy: 'list: speaks the language that is asked for',
    wrap: changeGroup('faq', (faq) => ({ list: (input, context) => faq.list(input, { ...context, locale: undefined }) })),
  },
  {
    name: 'a search minds the accents', group: 'feedback',
    caughtBy: 'list: finds words without regard to case or accents, and filters by progress',
    wrap: changeGroup('feedback', (feedback) => ({
      list: async ({ q, ...input }, context) => {
        const page = await feedback.list(input, context);
        return { ...page, items: page.items.filter((item) => JSON.stringify(item).includes(q ?? '')) };
      },
    })),
  },
  {
    name: 'an address is taken for news that no timeline offers', group: 'feedback',
    caughtBy: 'follow: starts and stops, and lets no late retry beat a newer intention',
    wrap: changeGroup('feedback', (feedback) => ({ timeline: async (input, context) => ({ ...await feedback.timeline(input, context), following: false }) })),
  },
  {
    name: 'a tracking code is found only as it was shown', group: 'feedback',
    caughtBy: 'timeline: finds a proposal by its tracking code, however it is typed',
    wrap: changeGroup('feedback', (feedback) => ({
      timeline: (input, context) => {
        const exact = !('trackingCode' in input) || normalizeCode(input.trackingCode) === input.trackingCode.replaceAll(' ', '');
        return feedback.timeline(exact ? input : { ...input, trackingCode: 'AAAA' }, context);
      },
    })),
  },
  {
    name: 'an address is kept without consent', group: 'proposals',
    caughtBy: 'submit: keeps no address without consent',
    wrap: changeGroup('proposals', (proposals) => ({
      submit: (input, context) => proposals.submit(input.contact ? { ...input, contact: { ...input.contact, consent: true } } : input, context),
    })),
  },
  {
    name: 'files that a browser could run are taken in', group: 'attachments',
    caughtBy: 'create: refuses what a browser could run',
    wrap: changeGroup('attachments', (attachments) => ({
      create: async (input, context) => ({ ...(await attachments.create({ ...input, type: 'image/png' }, context)), type: input.type }),
    })),
  },
];
