import { checksOf, fresh } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { picture } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('attachments');
const file = () => ({ consultation: ids.open, key: fresh(), ...picture });

/** A limit beyond this is not tried out. */
const largest = 20_000_000;

check('create', 'takes a picture in, and weighs it', async ({ backend }) => {
  const { name, type, bytes, href } = await backend.attachments.create(file());
  same([name, type, bytes], ['place.png', 'image/png', atob(picture.data).length], 'the attachment');
  ok(href, 'href is empty');
});

check('create', 'gives a repeated call the same answer, and refuses the key with another file', async ({ backend }) => {
  const input = file();
  const first = await backend.attachments.create(input);
  same(await backend.attachments.create(input), first, 'the second answer');
  pointsTo(await refused(backend.attachments.create({ ...input, name: 'other.png' }), 'invalid', 'a reused key'), '/key', 'reused');
});

check('create', 'refuses what a browser could run', async ({ backend }) => {
  for (const type of ['text/html', 'image/svg+xml', 'application/x-msdownload']) {
    await refused(backend.attachments.create({ ...file(), name: 'x', type, data: btoa('<script>1</script>') }), 'type-refused', type);
  }
});

check('create', 'refuses a file beyond the limit it names', async ({ backend }) => {
  const { limits: { attachment } } = await backend.describe({});
  if (attachment === undefined || attachment > largest) return;
  const data = `${picture.data.slice(0, 80)}${'A'.repeat(Math.ceil((attachment + 3) / 3) * 4)}`;
  await refused(backend.attachments.create({ ...file(), data }), 'too-large', `more than ${attachment} bytes`);
});

check('create', 'refuses data that is not base64', async ({ backend }) => {
  pointsTo(await refused(backend.attachments.create({ ...file(), data: 'data:image/png;base64,AAAA' }), 'invalid', 'a data: address'), '/data');
});

export const attachmentsChecks = list;
