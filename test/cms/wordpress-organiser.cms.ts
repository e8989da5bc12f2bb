import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { httpBackend } from '@parvis/adapters/http/all';
import { randomKey, type ConsultationFile } from '@parvis/contract';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { addressOf, open, startBackend } from './support/wordpress-backend.ts';
import { logIn, type Organiser } from './support/wordpress-organiser.ts';
import { village } from './support/village.ts';

let site: Site;
let organiser: Organiser;
before(async () => {
  site = await startBackend();
  organiser = await logIn(site, 'editor');
});
after(() => site?.[Symbol.asyncDispose]());

const list = 'admin.php?page=parvis-consultations';
const page = `${list}&consultation=bp`;
const backend = () => httpBackend(addressOf(site));
const upload = (content: unknown, name = 'bp.json') =>
  organiser.send(list, 'parvis_open', { parvis_file: new File([typeof content === 'string' ? content : JSON.stringify(content)], name, { type: 'application/json' }) });

const consultation = 'bp';
const propose = (title: string) => backend().proposals?.submit({ consultation, key: randomKey(), title, text: 'Pour attendre à l’ombre.', contact: { email: 'ana@valmont.example', consent: true } });
const ask = (question: string) => backend().faq?.ask({ consultation, key: randomKey(), question });
async function castOne() {
  const ballot = await backend().votes?.ballot({ consultation, ballot: 'vote' });
  await backend().votes?.cast({ consultation, ballot: 'vote', key: randomKey(), voter: { mark: randomKey() }, rulesHash: ballot?.rulesHash ?? '', choice: { options: ['arbre'] } });
}

describe('An organiser', () => {
  test('is told what to mend in a consultation file, and nothing is opened', async () => {
    const slips = { ...village(), sumary: 'x', closesAt: 'demain', ballots: [{ id: 'v', title: 'V', method: 'budget', options: [{ id: 'a', number: 1, label: 'A' }] }] };
    const { text } = await upload(slips, 'village.json');
    for (const sentence of [/Corrigez ceci dans village\.json/, /sumary — Parvis ne connaît pas «\u00A0sumary\u00A0»/, /closesAt — .*n’a pas la bonne forme. Écrivez une date avec l’heure et le fuseau/]) assert.match(text, sentence);
    const { text: next } = await upload({ ...village(), ballots: slips.ballots });
    for (const sentence of [/ballots\/0\/ceiling — Il manque «\u00A0ceiling\u00A0». Écrivez un nombre entier/, /ballots\/0\/options\/0\/cost — /]) assert.match(next, sentence);
    assert.match((await upload('{"id": "bp",')).text, /n’est pas du JSON/);
    assert.deepEqual((await backend().consultations?.list({}))?.items, []);
  });

  test('is told that WordPress gives out no access codes, before anybody could stand before a ballot that takes no vote', async () => {
    const file: ConsultationFile = { ...village(), ballots: (village().ballots ?? []).map((ballot) => ({ ...ballot, eligibility: 'code' })) };
    assert.match((await upload(file)).text, /Le scrutin «\u00A0vote\u00A0» demande des codes d’accès/);
    assert.deepEqual((await backend().consultations?.list({}))?.items, []);
  });

  test('opens a consultation with its file, and residents see it', async () => {
    const { text } = await upload(village());
    assert.match(text, /La consultation est ouverte/);
    assert.match(text, /<h1>Budget du village<\/h1>/);
    assert.equal((await backend().consultations?.get({ consultation }))?.title, 'Budget du village');
  });

  test('publishes a proposal, or does not; its tracking code tells its author which', async () => {
    const [good, bad] = [await propose('Un banc <b>à l’ombre</b><script>alert(1)</script>'), await propose('Une annonce')];
    const waiting = await organiser.page(page);
    assert.ok(waiting.includes('Un banc &lt;b&gt;à l’ombre&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;'), 'what residents write is shown as text');
    assert.ok(!waiting.includes('<script>alert(1)'));
    assert.ok(waiting.includes('ana@valmont.example'));
    assert.match((await organiser.send(page, 'parvis_moderate', { act: 'publish' }, `value="${good?.id}"`)).text, /La proposition est publiée/);
    assert.match((await organiser.send(page, 'parvis_moderate', { act: 'refuse' }, `value="${bad?.id}"`)).text, /La proposition n’est pas publiée/);
    const { items } = (await backend().proposals?.list({ consultation })) ?? { items: [] };
    assert.deepEqual(items.map(({ id, status }) => [id, status]), [[good?.id, 'published']]);
    assert.ok(items[0]?.publishedAt);
    const told = async (trackingCode = '') => {
      const { progress, steps, following } = (await backend().feedback?.timeline({ consultation, trackingCode }, { locale: 'fr' })) ?? {};
      return [progress, steps?.at(-1)?.title, following];
    };
    assert.deepEqual(await told(good?.trackingCode), ['received', 'Proposition publiée', false], 'no news are offered: nothing sends them');
    assert.deepEqual(await told(bad?.trackingCode), ['not-retained', 'Proposition non retenue', false]);
  });

  test('keeps no address of somebody who wants news: they are not sent, so none is taken', async () => {
    const wish = { consultation, id: 'square', contact: { email: 'nouvelles@valmont.example', consent: true }, follow: true, mark: randomKey(), sequence: 1 };
    await assert.rejects(async () => backend().feedback?.follow(wish), { code: 'unsupported' });
    assert.equal((await backend().feedback?.timeline({ consultation, id: 'square' }))?.following, false);
    // What the first version of the tables took is forgotten when the plugin is newer.
    const left = await site.php(`
      global $wpdb;
      $wpdb->query( 'ALTER TABLE wp_parvis_reactions ADD email varbinary(1020)' );
      $wpdb->query( "INSERT INTO wp_parvis_reactions VALUES ('bp', 'follow', 'square', 'x', 1, 1, 'nouvelles@valmont.example')" );
      update_option( 'parvis_backend_tables', '1' );
      Parvis\\Backend\\ensure_tables();
      return array( $wpdb->get_var( 'SELECT COUNT(*) FROM wp_parvis_reactions' ), $wpdb->get_col( "SHOW COLUMNS FROM wp_parvis_reactions LIKE 'email'" ) );
    `);
    assert.deepEqual(left, ['0', []]);
  });

  test('answers a question for everybody to read, or does not publish it', async () => {
    const [good, bad] = [await ask('Peut-on voter par courrier ?'), await ask('Une question impolie ?')];
    assert.match((await organiser.send(page, 'parvis_answer', { act: 'publish', answer: ' ' }, `value="${good?.id}"`)).text, /Écrivez d’abord la réponse/);
    assert.match((await organiser.send(page, 'parvis_answer', { act: 'publish', answer: 'Oui.\r\n\r\nDès "lundi".' }, `value="${good?.id}"`)).text, /sont publiées/);
    await organiser.send(page, 'parvis_answer', { act: 'refuse' }, `value="${bad?.id}"`);
    const { items } = (await backend().faq?.list({ consultation })) ?? { items: [] };
    assert.deepEqual(items.map(({ question, answer }) => [question, answer]), [['Qui vote ?', 'Tout le monde.'], ['Peut-on voter par courrier ?', 'Oui.\n\nDès "lundi".']]);
    await backend().faq?.rate({ consultation, id: good?.id ?? '', useful: true, mark: randomKey(), sequence: 1 });
    const timeline = async (trackingCode = '') => (await backend().feedback?.timeline({ consultation, trackingCode }))?.steps.at(-1)?.title;
    assert.deepEqual([await timeline(good?.trackingCode), await timeline(bad?.trackingCode)], ['Réponse publiée', 'Question non publiée']);
  });

  test('takes down what was published at once, and puts it back; its tracking code follows', async () => {
    await open(site, [{ ...village(), proposalForm: { moderation: 'after' } }]);
    const sent = await propose('Une publicité');
    const shown = async () => (await backend().proposals?.list({ consultation }))?.items.some(({ id }) => id === sent?.id);
    const told = async () => (await backend().feedback?.timeline({ consultation, trackingCode: sent?.trackingCode ?? '' }))?.progress;
    assert.deepEqual([await shown(), await told()], [true, 'received']);
    const place = `value="${sent?.id}"`;
    assert.match((await organiser.send(page, 'parvis_moderate', { act: 'refuse' }, place)).text, /La proposition est retirée/);
    assert.deepEqual([await shown(), await told()], [false, 'not-retained']);
    assert.match((await organiser.send(page, 'parvis_moderate', { act: 'refuse', from: 'published' }, place)).text, /quelqu’un a été plus rapide/);
    await organiser.send(page, 'parvis_moderate', { act: 'publish' }, place);
    assert.equal(await shown(), true);
    await organiser.send(page, 'parvis_moderate', { act: 'refuse' }, place);
    await open(site, [village()]);
  });

  test('corrects an answer, and takes it down', async () => {
    const sent = await ask('À quelle heure ouvre le bureau ?');
    const place = `value="${sent?.id}"`;
    await organiser.send(page, 'parvis_answer', { act: 'publish', answer: 'À 8 h.' }, place);
    assert.match(await organiser.page(page), /<textarea[^>]*>À 8 h\.<\/textarea>/);
    await organiser.send(page, 'parvis_answer', { act: 'publish', answer: 'À 9 h.' }, place);
    const answer = async () => (await backend().faq?.list({ consultation }))?.items.find(({ id }) => id === sent?.id)?.answer;
    assert.equal(await answer(), 'À 9 h.');
    await organiser.send(page, 'parvis_answer', { act: 'refuse' }, place);
    assert.equal(await answer(), undefined);
    const timeline = await backend().feedback?.timeline({ consultation, trackingCode: sent?.trackingCode ?? '' });
    assert.deepEqual([timeline?.progress, timeline?.did], ['not-retained', undefined]);
  });

  test('gives people what is kept under their address, and forgets it, with the tools that WordPress has for this', async () => {
    await propose('Un abri');
    const tool = (kind: string) => site.php(`
      require_once WP_PLUGIN_DIR . '/parvis/backend/admin/privacy.php';
      Parvis\\Backend\\add_privacy_tools();
      return call_user_func( apply_filters( 'wp_privacy_personal_data_${kind}s', array() )['parvis']['callback'], 'Ana@Valmont.example', 1 );
    `);
    const given = JSON.stringify(await tool('exporter'));
    for (const part of ['Un abri', 'ana@valmont.example', 'bp']) assert.ok(given.includes(part), part);
    assert.ok(((await tool('eraser')) as { items_removed: number }).items_removed > 0);
    assert.deepEqual(await tool('exporter'), { done: true, data: [] });
    assert.ok(!(await organiser.page(page)).includes('ana@valmont.example'));
  });

  test('may change texts and dates of a ballot with votes, and neither its rules nor its options', async () => {
    await castOne();
    const change = (more: object) => ({ ...village(), ballots: (village().ballots ?? []).map((ballot) => (ballot.id === 'vote' ? { ...ballot, ...more } : ballot)) });
    assert.match((await upload(change({ max: 1 }))).text, /ballots\/0 — Des votes existent déjà pour ce scrutin/);
    assert.match((await upload({ ...village(), ballots: [] })).text, /Un scrutin qui a des votes n’est plus dans le fichier/);
    assert.match((await upload(change({ title: 'Quel projet voulez-vous ?' }))).text, /La consultation est rouverte/);
    assert.equal((await backend().votes?.ballot({ consultation, ballot: 'vote' }))?.title, 'Quel projet voulez-vous ?');
    assert.equal((await backend().proposals?.list({ consultation }))?.items.length, 1, 'what residents sent in stays');
  });

  test('takes results and votes away once a ballot is closed, and not before', async () => {
    await castOne();
    assert.match(await organiser.page(page), /Les votes pourront être téléchargés quand le scrutin sera fermé/);
    await open(site, [{ ...village(), ballots: (village().ballots ?? []).map((ballot) => ({ ...ballot, closesAt: new Date(Date.now() - 1_000).toISOString() })) }]);
    const { text, headers } = await organiser.send(page, 'parvis_export', {}, 'value="vote"');
    assert.match(headers.get('content-disposition') ?? '', /attachment; filename="votes-bp-vote\.json"/);
    const file = JSON.parse(text) as { ballot: { id: string }; results: { voters: { total: number }; final: boolean }; votes: unknown[] };
    assert.deepEqual([file.ballot.id, file.results.voters.total, file.results.final], ['vote', 2, true]);
    assert.deepEqual(file.votes, [{ choice: { options: ['arbre'] }, channel: 'online' }, { choice: { options: ['arbre'] }, channel: 'online' }]);
  });
});

describe('Whoever is no organiser', () => {
  test('neither sees the page nor does what its forms do', async () => {
    const author = await logIn(site, 'author');
    assert.doesNotMatch(await author.page(list), /parvis_open/);
    for (const action of ['parvis_open', 'parvis_moderate', 'parvis_answer', 'parvis_export', 'parvis_origins']) {
      const sent = await fetch(`${site.url}/wp-admin/admin-post.php`, { method: 'POST', redirect: 'manual', headers: { cookie: author.cookie }, body: new URLSearchParams({ action, consultation, ballot: 'vote' }) });
      assert.equal(sent.status, 403, action);
    }
  });

  test('does not say which sites may show the consultations: that is for administrators, not for editors', async () => {
    const admin = await logIn(site, 'admin');
    const [, nonce = ''] = /name="_wpnonce" value="(\w+)"/.exec((await admin.page(list)).split('value="parvis_origins"')[1] ?? '') ?? [];
    assert.ok(nonce, 'an administrator has the form');
    assert.ok(!(await organiser.page(list)).includes('parvis_origins'), 'an editor has it not');
    const sent = await fetch(`${site.url}/wp-admin/admin-post.php`, { method: 'POST', redirect: 'manual', headers: { cookie: organiser.cookie }, body: new URLSearchParams({ action: 'parvis_origins', parvis_origins: '*' }) });
    assert.equal(sent.status, 403);
    assert.ok((await sent.text()).includes('Votre compte n’a pas ce droit'));
  });

  test('cannot make an organiser act from another page', async () => {
    const admin = await logIn(site, 'admin');
    const sent = await fetch(`${site.url}/wp-admin/admin-post.php`, { method: 'POST', redirect: 'manual', headers: { cookie: admin.cookie }, body: new URLSearchParams({ action: 'parvis_origins', parvis_origins: '*' }) });
    assert.equal(sent.status, 403);
    assert.equal(await site.php('return get_option( "parvis_origins", "" );'), '');
  });

  test('finds nothing in the notes of PHP', async () => {
    assert.deepEqual((await site.notes()).split('\n').filter((line) => /plugins\/parvis|Parvis:/.test(line)), []);
  });
});

describe('When something fails on the way', () => {
  test('an export is whole or is not sent, and the organiser is told', async () => {
    await site.php(`
      Parvis\\Backend\\execute( "INSERT INTO {votes} SELECT 'bp', 'vote', CONCAT('f', LPAD(seq, 31, '0')), '{\\"options\\":[\\"arbre\\"]}', 'online' FROM seq_1_to_5001" );
    `);
    const whole = await organiser.send(page, 'parvis_export', {}, 'value="vote"');
    const { votes, results } = JSON.parse(whole.text) as { votes: unknown[]; results: { voters: { total: number } } };
    assert.deepEqual([votes.length, results.voters.total], [5_003, 5_003], 'more than are read at once');
    await site.php('Parvis\\Backend\\execute( "UPDATE {votes} SET choice = \'-\' ORDER BY vote_id DESC LIMIT 1" );');
    const broken = await organiser.send(page, 'parvis_export', {}, 'value="vote"');
    assert.equal(broken.headers.get('content-disposition'), null);
    assert.ok(broken.text.includes('Rien n’a été fait'));
  });

  test('the rest of the housekeeping is done all the same', async () => {
    const left = await site.php(`
      Parvis\\Backend\\execute( "INSERT INTO {replays} VALUES ('bp', 'old', '', '', '', '2020-01-01')" );
      Parvis\\Backend\\execute( 'RENAME TABLE {shown_results} TO {away}' );
      Parvis\\Backend\\keep_house();
      Parvis\\Backend\\execute( 'RENAME TABLE {away} TO {shown_results}' );
      return Parvis\\Backend\\row( "SELECT COUNT(*) AS amount FROM {replays} WHERE replay_id = 'old'" )['amount'];
    `);
    assert.equal(left, '0');
  });
});
