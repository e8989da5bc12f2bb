import type { Channel, ProposalStatus } from '@parvis/contract';
import type { CodeLogEntry } from '../code-store.ts';
import type { TallyRow } from '../store.ts';

/** The tables as Kysely sees them; `migrations.ts` creates them. Every primary key starts with `consultation_id`. */
export interface Tables {
  consultations: { consultation_id: string; definition: string; sort_at: string };
  /** Random salts: what is hashed with one of them cannot be compared across ballots. */
  salts: { consultation_id: string; purpose: string; salt: Uint8Array };

  // A voter's mark, the vote, the receipt and the retry share no id, no order and no time.
  marks: { consultation_id: string; ballot_id: string; mark: Uint8Array };
  /** With codes, places for all of them are there from the start: see `places.ts`. */
  votes: { consultation_id: string; ballot_id: string; vote_id: Uint8Array; choice: string; channel: Channel | 'unused' };
  receipts: { consultation_id: string; ballot_id: string; receipt: Uint8Array; channel: Channel; day: string };
  tallies: {
    consultation_id: string; ballot_id: string; kind: TallyRow['kind']; option_id: string; channel: Channel; amount: number;
  };
  /** `scope`: the ballot whose closing empties it, or nothing. Sealed with the key, which is not kept; see `replays.ts`. */
  replays: { consultation_id: string; replay_id: Uint8Array; scope: string; content: Uint8Array; answer: Uint8Array; day: string };

  /** One row per code and ballot. Which dwelling it was made for is nowhere in here. */
  codes: { consultation_id: string; ballot_id: string; code: Uint8Array; group_name: string; is_used: number; is_void: number; is_test: number };
  code_ballots: { consultation_id: string; ballot_id: string };
  code_log: { consultation_id: string; entry: number; day: string; act: CodeLogEntry['act']; codes: number; reason: string };
  buildings: { consultation_id: string; building: string; group_name: string };
  /** For sealing only: what opens is kept outside. */
  group_keys: { consultation_id: string; public_key: Uint8Array };
  group_votes: { consultation_id: string; ballot_id: string; vote_id: Uint8Array; sealed: Uint8Array };
  shown_results: { consultation_id: string; ballot_id: string; results: string };
  group_totals: { consultation_id: string; ballot_id: string; place: number; totals: string };

  proposals: {
    consultation_id: string; proposal_id: string; title: string; text: string; lang: string; category: string | null;
    place: string | null; status: ProposalStatus; published_at: string | null;
    /** Base from the file plus the supports of devices. */
    supports: number; base_supports: number;
    /** UTC, so that text order is time order. */
    sort_at: string;
    /** Title, text and place, folded. */
    search: string;
    source: 'file' | 'resident';
  };
  questions: { consultation_id: string; question_id: string; question: string; lang: string; status: 'pending' | 'published'; received_at: string };
  tracking: { consultation_id: string; code: Uint8Array; kind: 'proposal' | 'question'; item_id: string; received_at: string };
  /** Apart from what people wrote, so that it can be forgotten alone. */
  contacts: { consultation_id: string; kind: 'proposal' | 'question'; item_id: string; email: string; consent_at: string };
  /** Only counted: nothing says who gave which answer. */
  profiles: { consultation_id: string; option_id: string; amount: number };

  supports: { consultation_id: string; item_id: string; mark: Uint8Array; sequence: number; is_on: number };
  ratings: { consultation_id: string; kind: 'faq' | 'feedback'; item_id: string; mark: Uint8Array; sequence: number; is_on: number };
  follows: { consultation_id: string; item_id: string; mark: Uint8Array; sequence: number; is_on: number; email: string | null };
  attachments: { consultation_id: string; attachment_id: string; name: string; type: string; bytes: number; data: Uint8Array };
}
