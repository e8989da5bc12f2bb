import type { OpenStatus } from './schemas/common.ts';

/** Where something with dates stands at `now`. No opening date: it is open from the start; no closing date: it stays open. */
export function statusAt(dates: { opensAt?: string | undefined; closesAt?: string | undefined }, now: Date): OpenStatus {
  if (dates.opensAt !== undefined && now.getTime() < Date.parse(dates.opensAt)) return 'upcoming';
  if (dates.closesAt !== undefined && now.getTime() >= Date.parse(dates.closesAt)) return 'closed';
  return 'open';
}

/** Whether a date as precise as it is known (`2027-03`) lies wholly before today. */
export function isPast(partialDate: string, now: Date): boolean {
  return now.toISOString().slice(0, partialDate.length) > partialDate;
}
