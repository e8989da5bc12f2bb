import { parseAmount, parseDate, parseWhole, type PbRecord } from '@parvis/counting';
import type { Column, Layout } from './columns.ts';
import { plain, slug } from '../text.ts';

/** Something a row says that cannot be kept: the whole row is left out. */
export class BadRow extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const longest: Partial<Record<Column, number>> = { title: 500, text: 20_000, answer: 20_000, category: 200, place: 500 };

/** The cells of one row by what they hold. Text stays text, even where a spreadsheet would see a formula. */
export class Cells {
  private readonly layout: Layout;
  private readonly record: PbRecord;

  constructor(layout: Layout, record: PbRecord) {
    this.layout = layout;
    this.record = record;
  }

  /** Every cell of a kind, with its header. */
  each(column: Column): { header: string; value: string }[] {
    return (this.layout.at.get(column) ?? []).map((i) => {
      const value = this.record.cells[i] ?? '';
      const most = longest[column] ?? 1_000;
      const header = this.layout.headers[i] ?? '';
      if (value.length > most) throw new BadRow('too-long', `« ${header} » a plus de ${most} signes. Raccourcissez ce texte.`);
      return { header, value };
    });
  }

  /** The headers of every column of a kind. */
  headers(column: Column): string[] {
    return (this.layout.at.get(column) ?? []).map((i) => this.layout.headers[i] ?? '');
  }

  text(column: Column): string {
    return this.each(column)[0]?.value ?? '';
  }

  title(): string {
    const title = this.text('title');
    if (title === '') throw new BadRow('title-missing', `Le titre manque. Remplissez la colonne « ${this.headers('title')[0]} ».`);
    return title;
  }

  /** From the edition and the number, since numbers often start again with each edition; else from the title. */
  id(): string {
    const id = slug(this.text('id'));
    const edition = slug(this.text('edition'));
    if (id === '') return slug(this.title()).slice(0, 60) || `ligne-${this.record.line}`;
    return edition === '' ? id : `${edition}-${id}`;
  }

  /** Address, district …, each once. */
  place(): string | undefined {
    const places = this.each('place').map(({ value }) => value).filter((value) => value !== '');
    return [...new Set(places)].join(', ') || undefined;
  }

  /** In cents. */
  cost(): number | undefined {
    const text = this.text('cost').replace(/\s*(€|eur|euros?)\s*(ttc|ht)?$/i, '');
    if (text === '') return undefined;
    const amount = parseAmount(text, 2);
    if (!amount.ok) throw new BadRow(`amount-${amount.reason}`, `« ${text} » n’est pas un montant sûr. Écrivez par exemple 12500 ou 12500,50.`);
    return amount.minor;
  }

  count(): number {
    const text = this.text('votes').replace(/\s/g, '');
    const count = text === '' ? 0 : parseWhole(text);
    if (count === undefined || count < 0) throw new BadRow('number-malformed', `« ${text} » n’est pas un nombre de votes. Écrivez un nombre entier.`);
    return count;
  }

  date(column: 'updated' | 'published'): string | undefined {
    const cell = this.each(column)[0];
    return cell && readDate(cell);
  }
}

/** What people write where there is no date. */
const noDate = new Set(['', 'non ouvert', 'non', 'nc', 'na', 'n a', 'nd', 'inconnu', 'inconnue', 'a definir', 'sans objet', 'none', 'tbd']);

/** A date as precise as it is known, undefined when the cell says that there is none. */
export function readDate({ header, value }: { header: string; value: string }): string | undefined {
  const date = parseDate(value);
  if (date === undefined && !noDate.has(plain(value))) {
    throw new BadRow('date-malformed', `« ${header} » : « ${value} » n’est pas une date. Écrivez par exemple 2025-12-31, 31/12/2025 ou 2025-12.`);
  }
  return date;
}
