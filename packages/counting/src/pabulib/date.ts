/**
 * Reads a date as precise as it is written into ISO 8601: `11.09.2019`, `11/09/2019`, `2019-09-11`, `09.2019`, `2019-09`,
 * `2019`; a time after the day is passed over. Undefined: no date, or a day that does not exist.
 * Days come before months, as in every country that writes them with points or strokes in these files.
 */
export function parseDate(text: string): string | undefined {
  const bare = text.trim().replace(/[T ]\d{1,2}[:h].*$/, '');
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(bare);
  if (iso) return build(iso[1]!, iso[2], iso[3]);
  const dayFirst = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(bare);
  return dayFirst ? build(dayFirst[3]!, dayFirst[2], dayFirst[1]) : undefined;
}

/** Writes an ISO date as these files do, as precise as it is: `11.09.2019`, `09.2019`, `2019`. */
export const formatDate = (date: string): string => date.split('-').toReversed().join('.');

function build(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const date = parts.join('-');
  // Date.parse takes 31 February for 3 March: what comes back must be what went in.
  const time = Date.parse(`${date}${'-01'.repeat(3 - parts.length)}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}
