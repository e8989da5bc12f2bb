import { DatabaseSync } from 'node:sqlite';

/** Looks into the reference server's file from outside, while the server runs or not. */
export interface StoreReader {
  /** Choices as cast, in no order that means anything. */
  votes(consultation: string, ballot: string): unknown[];
  /** Votes per option from the kept tally; options without votes may be absent. */
  tally(consultation: string, ballot: string): Record<string, number>;
  /** How many have voted, from the kept tally. */
  voters(consultation: string, ballot: string): number;
  /** What residents proposed, without the proposals that came with the consultation's file. */
  proposals(consultation: string): { title: string; text: string }[];
  questions(consultation: string): string[];
}

export function readStore(file: string): StoreReader {
  const rows = (sql: string, ...values: string[]) => {
    using db = new DatabaseSync(file, { readOnly: true });
    return db.prepare(sql).all(...values);
  };
  return {
    votes: (...place) => rows('SELECT choice FROM votes WHERE consultation_id = ? AND ballot_id = ? AND channel <> \'unused\'', ...place).map((row) => JSON.parse(String(row['choice']))),
    tally: (...place) =>
      Object.fromEntries(
        rows("SELECT option_id, sum(amount) AS n FROM tallies WHERE consultation_id = ? AND ballot_id = ? AND kind = 'option' GROUP BY option_id", ...place)
          .map((row) => [String(row['option_id']), Number(row['n'])]),
      ),
    voters: (...place) => rows("SELECT sum(amount) AS n FROM tallies WHERE consultation_id = ? AND ballot_id = ? AND kind = 'voters'", ...place).reduce((_, row) => Number(row['n']), 0),
    proposals: (consultation) =>
      rows("SELECT title, text FROM proposals WHERE consultation_id = ? AND source = 'resident'", consultation)
        .map((row) => ({ title: String(row['title']), text: String(row['text']) })),
    questions: (consultation) => rows('SELECT question FROM questions WHERE consultation_id = ?', consultation).map((row) => String(row['question'])),
  };
}
