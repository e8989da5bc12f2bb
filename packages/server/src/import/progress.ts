import { figure } from './text.ts';

/** Where a command writes. Node's streams fit. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
}

const patience = 5_000;

/**
 * Says how far a long work is: nothing before five seconds; then at most a line every five seconds that also is ten more
 * per cent, or, on a terminal, one line that is written over once a second.
 */
export class Progress {
  private readonly out: Output;
  private readonly now: () => number;
  private readonly start: number;
  private last: number;
  private lastPart = 0;
  private drawn = false;

  constructor(out: Output, now: () => number = () => performance.now()) {
    this.out = out;
    this.now = now;
    this.start = now();
    this.last = this.start;
  }

  /** `part` of the whole, from 0 to 1. */
  tell(what: string, part: number, done?: string): void {
    const time = this.now();
    if (time - this.start < patience) return;
    const onTerminal = this.out.isTTY === true;
    const due = onTerminal ? time - this.last >= 1_000 : time - this.last >= patience && Math.abs(part - this.lastPart) >= 0.1;
    if (!due) return;
    this.last = time;
    this.lastPart = part;
    const text = `${what} : ${figure(Math.floor(part * 100))} %${done === undefined ? '' : ` (${done})`}`;
    this.out.write(onTerminal ? `\r\u001B[K${text}` : `${text}\n`);
    this.drawn = onTerminal;
  }

  /** Leaves the terminal's line clean. */
  end(): void {
    if (this.drawn) this.out.write('\r\u001B[K');
    this.drawn = false;
  }
}
