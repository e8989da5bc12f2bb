import { readFile } from 'node:fs/promises';

const file = new URL('../../examples/town-site/consultation.json', import.meta.url);
export const consultationFile = file;

interface Definition {
  id: string;
  ballots: { id: string; title: string; options: { id: string; number: number; label: string; text?: string; place?: string; cost?: number }[] }[];
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const page = (head: string, main: string) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vote</title>
${head}</head>
<body>
<main>
<h1>Le vote</h1>
${main}
</main>
<footer><p>Mairie, place du marché</p></footer>
</body>
</html>
`;

/** The same ballot twice: through the widget, as a webmaster pastes it, and as a plain form with every option in the page. */
export async function ballotPages(): Promise<{ widget: string; plain: string }> {
  const { id, ballots } = JSON.parse(await readFile(file, 'utf8')) as Definition;
  const [ballot] = ballots;
  if (!ballot) throw new Error('the example consultation has no ballot');
  const options = ballot.options.map(({ id, number, label, text = '', place = '', cost = 0 }) =>
    `<p><label><input type="checkbox" name="option" value="${escape(id)}"> ${number}. ${escape(label)} (${cost / 100} €)</label><br>${escape(place)}<br>${escape(text)}</p>`);
  return {
    widget: page(
      '<script type="module" src="/embed/parvis-ballot.js"></script>\n',
      `<parvis-ballot backend="/" consultation="${id}" ballot="${ballot.id}"><a href="/c/${id}/vote">Voter</a></parvis-ballot>`,
    ),
    plain: page('', `<form method="post" action="/vote">\n<h2>${escape(ballot.title)}</h2>\n${options.join('\n')}\n<button>Voter</button>\n</form>`),
  };
}
