import { fitsPabulib } from '@parvis/counting';
import type { Context, Hono } from 'hono';
import { etagOf, isKnown } from '../api/etags.ts';
import type { ServerBackend } from '../domain/backend.ts';
import { type DownloadFormat, downloadFormats, resultsPath, withVotes } from '../domain/downloads.ts';
import { unless } from '../domain/faults.ts';
import { downloadFiles, fileName } from './files.ts';

/** They are saved and never shown as a page, whatever is inside. */
const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };

/** Results to take along: `/c/ID/results/BALLOT.csv` and its sisters. To be mounted before the pages, which get what is no file of a ballot. */
export function mountDownloads(app: Hono, backend: ServerBackend): void {
  app.get('/c/:consultation/results/:file', async (c, next) => {
    const { consultation, file } = c.req.param();
    // A ballot may be called `projets.votes`: every way to read the name is tried. What does not fit the schema leads nowhere.
    for (const format of downloadFormats.filter((ending) => file.endsWith(`.${ending}`))) {
      const place = { consultation, ballot: file.slice(0, -format.length - 1) };
      const answer = await unless(['not-found', 'invalid'], () => download(c, backend, place, format));
      if (answer) return answer;
    }
    return next();
  });
}

async function download(c: Context, backend: ServerBackend, place: { consultation: string; ballot: string }, format: DownloadFormat): Promise<Response> {
  const ballot = await backend.votes.ballot(place, { locale: c.req.query('locale') ?? 'fr' });
  const page = resultsPath(place.consultation, place.ballot);
  const results = await unless(['not-yet'], () => backend.votes.results(place));
  // The page says when there will be something to take along.
  if (!results || (ballot.status !== 'closed' && withVotes(format))) return c.redirect(page, 303);
  if (format === 'pb' && !fitsPabulib(ballot)) {
    return c.text('Ce vote n’a pas de fichier .pb : un choix y coûte 999999999, et ce coût veut dire « retiré » dans ce format. Prenez le fichier CSV ou JSON.\n', 409, headers);
  }
  const counted = { ballot, results };
  const etag = etagOf(`${format} ${JSON.stringify(counted)}`);
  if (isKnown(etag, c.req.header('if-none-match'))) return c.body(null, 304, { ...headers, etag });
  const { type, write } = downloadFiles[format];
  const pieces = inPieces(await write(counted, backend));
  // A failure at the start is told as one; later it can only break the answer off.
  const first = await pieces.next();
  return new Response(streamOf(first.value, pieces), {
    headers: {
      ...headers, etag, 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="${fileName(format, `${place.consultation}-${place.ballot}`)}"`,
    },
  });
}

/** Read only as fast as it is taken; whoever goes away stops the reading. */
function streamOf(first: Uint8Array<ArrayBuffer> | void, pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void>): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first || new Uint8Array()),
    async pull(controller) {
      const { value } = await pieces.next();
      if (value) controller.enqueue(value);
      else controller.close();
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** In bytes, more or less. */
const pieceSize = 32_000;

async function* inPieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}
