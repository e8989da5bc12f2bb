import { encodeQR } from 'qr';

/** The white frame that readers need around the square, in modules (ISO/IEC 18004 §9.1). */
const quiet = 4;

/** A QR code as the side of its square, in modules, and the path that fills the dark ones. Medium correction: 15 % of it may be soiled. */
export function qrPath(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = rows.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return { side: rows.length, path };
}

/** Where dark modules follow one another: the first, and how many. */
function runs(row: readonly boolean[]): [x: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) found.push([x, 1]);
  });
  return found;
}
