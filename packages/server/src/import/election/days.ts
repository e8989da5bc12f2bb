/** The clock of the town hall: files say days, without a zone. */
const zone = 'Europe/Paris';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, timeZoneName: 'longOffset' });

/** The instant at which a day (`2019-09-11`) begins at the town hall, as ISO 8601 with its zone. */
export function startOf(day: string): string {
  const name = parts.formatToParts(new Date(`${day}T00:00:00Z`)).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return `${day}T00:00:00${name.replace('GMT', '') || 'Z'}`;
}

/** The first day of a date that may be only a month or a year. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The day after a date, however precise: voting goes on through the last day. */
export function dayAfter(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const next = new Date(0);
  if (month === undefined) next.setUTCFullYear(year + 1, 0, 1);
  else if (day === undefined) next.setUTCFullYear(year, month, 1);
  else next.setUTCFullYear(year, month - 1, day + 1);
  return next.toISOString().slice(0, 10);
}
