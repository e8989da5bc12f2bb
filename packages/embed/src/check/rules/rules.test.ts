import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Facts, Tag } from '../facts.ts';
import { findings } from './index.ts';

const server = 'https://participer.ville.example';
const folder = `${server}/embed/`;
const tag: Tag = { name: 'parvis-ballot', backend: server, consultation: 'bp-2026', ballot: 'vote', level: 2, before: 1, width: 600, defined: true, fallback: true, fromLink: false };
/** A page where nothing is wrong. */
const sound: Facts = {
  page: 'https://www.ville.example/vote.html', lang: 'fr', from: 'https://www.ville.example/vote.html', folder,
  scripts: [{ src: `${folder}parvis-loader.js`, name: 'loader', state: 'there' }], tags: [tag], links: [], frames: [], doubles: [], tagAsText: false, lacks: [], refusals: [],
  answers: [{ backend: server, state: 'parvis', consultations: { 'bp-2026': ['vote', 'mediatheque'] } }],
};
const found = (change: Partial<Facts>) => findings({ ...sound, ...change });
const names = (change: Partial<Facts>) => found(change).map(({ name }) => name);
const withTag = (change: Partial<Tag>) => names({ tags: [{ ...tag, ...change }] });

describe('A check of a page finds', () => {
  it('nothing where nothing is wrong', () => {
    assert.deepEqual(found({}), []);
  });

  it('nothing of Parvis at all, or a tag that the CMS shows as text', () => {
    assert.deepEqual(names({ scripts: [], tags: [], answers: [] }), ['nothing-here']);
    assert.deepEqual(names({ scripts: [], tags: [], answers: [], tagAsText: true }), ['tag-as-text']);
  });

  it('a tag without its script, and the line that is missing', () => {
    const [first] = found({ scripts: [], tags: [{ ...tag, defined: false }] });
    assert.deepEqual([first?.name, first?.paste], ['no-script', `<script src="${folder}parvis-loader.js" defer></script>`]);
    const other = [{ src: `${folder}parvis-faq.js`, name: 'faq', state: 'there' as const }];
    assert.deepEqual(names({ scripts: other, tags: [{ ...tag, defined: false }] }), ['no-script']);
    for (const name of ['ballot', 'all', 'loader']) assert.deepEqual(names({ scripts: [{ ...other[0], src: `${folder}parvis-${name}.js`, name, state: 'there' }], tags: [{ ...tag, defined: false }] }), [], name);
  });

  it('a scheme without the file that brings it, and a folder without its files', () => {
    const answers = [{ backend: 'static:https://www.ville.example/data', state: 'parvis' as const, consultations: { 'bp-2026': ['vote'] } }];
    const ofFolder = (change: Partial<Tag>, more: Partial<Facts> = {}) => names({ tags: [{ ...tag, backend: 'static:/data/', ...change }], answers, ...more });
    assert.deepEqual(ofFolder({}), ['no-scheme']);
    assert.deepEqual(withTag({ backend: 'gopher:/data/' }), ['backend-unreadable']);

    const scripts = [...sound.scripts, { src: `${folder}parvis-static.js`, name: 'static', state: 'there' as const }];
    assert.deepEqual(ofFolder({}, { scripts }), []);
    assert.deepEqual(ofFolder({}, { scripts, answers: [] }), ['no-folder'], 'a folder that is not where the tag says');
    assert.deepEqual(ofFolder({ ballot: 'votes' }, { scripts }), ['unknown-ballot'], 'names in a folder');
  });

  it('links alone, which work: that a script could do more is said, and nothing is asked of their server', () => {
    const silent = [{ backend: server, state: 'silent' as const, consultations: {} }];
    assert.deepEqual(names({ scripts: [], tags: [], links: [`${server}/c/bp-2026/vote`], answers: silent }), ['links-only']);
    assert.deepEqual(names({ tags: [], links: [`${server}/c/bp-2026/vote`], answers: silent }), ['silent']);
  });

  it('a script that does not come, one without TLS, and two copies of different places', () => {
    const script = (src: string, state: 'there' | 'absent' = 'there') => ({ src, name: 'loader', state });
    assert.deepEqual(names({ scripts: [script(`${folder}parvis-loader.js`, 'absent')] }), ['script-absent']);
    assert.deepEqual(names({ scripts: [script('http://participer.ville.example/embed/parvis-loader.js', 'absent')] }), ['mixed']);
    assert.deepEqual(names({ scripts: [script(`${folder}parvis-loader.js`), script(`${folder}v/0a1b2c/parvis-ballot.js`)] }), ['two-copies']);
  });

  it('each directive of the policy that refused something, once, with the whole policy mended', () => {
    const policy = "default-src 'self'; trusted-types dompurify";
    const refusal = (directive: string, what: string) => ({ directive, what, policy });
    const all = found({
      refusals: [refusal('script-src', `${folder}parvis-loader.js`), refusal('connect-src', `${server}/api/v1`), refusal('connect-src', `${server}/api/v1/x`), refusal('trusted-types', 'parvis-ballot'), refusal('trusted-types', 'parvis-loader')],
      answers: [{ backend: server, state: 'silent', consultations: {} }],
    });
    const whole = `Content-Security-Policy: default-src 'self'; trusted-types dompurify parvis-ballot parvis-loader; script-src 'self' ${server}; connect-src 'self' ${server}`;
    assert.deepEqual(all.map(({ name, holes, paste }) => [name, holes?.['what'], paste]), [
      ['csp-script', server, whole], ['csp-connect', server, whole], ['csp-trusted-types', 'parvis-ballot parvis-loader', whole],
    ]);
  });

  it('a frame of Parvis that the policy refused, and nothing in frames, code and data of others', () => {
    const refusal = (directive: string, what: string) => ({ directive, what, policy: "default-src 'self'" });
    const frames = [{ src: `${server}/c/bp-2026/vote`, title: 'Voter' }];
    const others = ['data', 'blob', 'about', 'https://www.films.example/embed/parvis', 'https://www.films.example'].map((what) => refusal('frame-src', what));
    const code = ['inline', 'eval', 'wasm-eval', 'data', 'blob'].flatMap((what) => [refusal('script-src', what), refusal('connect-src', what)]);
    assert.deepEqual(names({ frames, refusals: [...others, ...code] }), []);
    assert.deepEqual(names({ refusals: [refusal('frame-src', server)] }), [], 'a frame that is not on the page');
    for (const what of [server, `${server}/c/bp-2026/vote`, `${server}/health`]) {
      const all = found({ frames, refusals: [...others, refusal('frame-src', what)] });
      assert.deepEqual(all.map(({ name, paste }) => [name, paste]), [['csp-frame', `Content-Security-Policy: default-src 'self'; frame-src 'self' ${server}`]], what);
    }
  });

  it('a backend that is not named, not there, not Parvis, or does not know the site', () => {
    assert.deepEqual(found({ tags: [{ ...tag, backend: undefined }] }).map(({ name, paste }) => [name, paste]), [['no-backend', `<meta name="parvis-backend" content="${server}">`]]);
    assert.equal(found({ tags: [{ ...tag, consultation: '' }] })[0]?.paste, '<parvis-ballot consultation="bp-2026">');
    assert.deepEqual(names({ common: server, tags: [{ ...tag, backend: undefined }] }), []);
    const answering = (state: 'silent' | 'other' | 'no-cors') => found({ answers: [{ backend: server, state, consultations: {} }] });
    assert.deepEqual(answering('silent').map(({ name }) => name), ['silent']);
    assert.deepEqual(answering('other').map(({ name }) => name), ['not-parvis']);
    assert.deepEqual(answering('no-cors').map(({ name, paste }) => [name, paste]), [['not-allowed', 'parvis serve --allow https://www.ville.example']]);
    assert.deepEqual(names({ tags: [], frames: [{ src: `${server}/c/bp-2026/vote`, title: 'Voter' }], answers: [{ backend: server, state: 'no-cors', consultations: {} }] }), ['frame-not-allowed']);
  });

  it('a backend without TLS in a page with it, but for one on this machine', () => {
    assert.deepEqual(withTag({ backend: 'http://participer.ville.example' }), ['mixed']);
    assert.deepEqual(withTag({ backend: 'http://localhost:4180' }), []);
  });

  it('a consultation or ballot that is not named or not known, and which there are', () => {
    assert.deepEqual(withTag({ consultation: '' }), ['no-consultation']);
    assert.deepEqual(withTag({ ballot: '' }), ['no-ballot']);
    const [first] = found({ tags: [{ ...tag, consultation: 'bp-2025' }] });
    assert.deepEqual([first?.name, first?.holes?.['known'], first?.paste], ['unknown-consultation', 'bp-2026', '<parvis-ballot consultation="bp-2026">']);
    const several = [{ backend: server, state: 'parvis' as const, consultations: { 'jeunes-2025': ['projets'], 'bp-2027': ['votes'], 'bp-2026': ['vote', 'mediatheque'] } }];
    const [near] = found({ tags: [{ ...tag, consultation: 'bp-226' }], answers: several });
    assert.deepEqual([near?.holes?.['known'], near?.paste], ['bp-2026, bp-2027, jeunes-2025', '<parvis-ballot consultation="bp-2026">'], 'the nearest first');
    const [link] = found({ tags: [{ ...tag, consultation: 'jeune-2025', backend: `${server}/`, fromLink: true }], answers: several });
    assert.equal(link?.paste, `<a href="${server}/c/jeunes-2025/vote/projets">Voter</a>`, 'a link where the page has a link');
    const [written] = found({ tags: [{ ...tag, ballot: 'mediateque', backend: `${server}/`, fromLink: true }] });
    assert.deepEqual([written?.name, written?.paste], ['unknown-ballot', `<a href="${server}/c/bp-2026/vote/mediatheque">Voter</a>`]);
    const [ballot] = found({ tags: [{ ...tag, ballot: 'votes' }] });
    assert.deepEqual([ballot?.name, ballot?.holes?.['known']], ['unknown-ballot', 'vote, mediatheque']);
    assert.deepEqual(withTag({ name: 'parvis-faq', ballot: '' }), [], 'questions need no ballot');
    assert.deepEqual(names({ answers: [{ backend: server, state: 'parvis', consultations: {} }] }), ['no-consultations']);
  });

  it('a level that is left out between headings, and the level to give', () => {
    const [first] = found({ tags: [{ ...tag, level: 4, before: 2 }] });
    assert.deepEqual([first?.name, first?.weight, first?.paste], ['heading-skips', 'better', '<parvis-ballot heading-level="3">']);
    for (const [level, before] of [[2, 1], [2, 3], [3, 3]]) assert.deepEqual(withTag({ level: level ?? 2, before }), [], `${level} after ${before}`);
    assert.deepEqual(withTag({ level: 2, before: undefined }), []);
  });

  it('a narrow place, a tag without a link, a page without a language, ids that occur twice', () => {
    assert.deepEqual(withTag({ width: 240 }), ['narrow']);
    assert.deepEqual(withTag({ width: 0 }), [], 'a tag that is not shown now');
    assert.deepEqual(found({ tags: [{ ...tag, fallback: false }] }).map(({ name, paste }) => [name, paste]), [['no-fallback', `<a href="${server}/c/bp-2026/vote/vote">Voter</a>`]]);
    assert.match(found({ tags: [{ ...tag, name: 'parvis-faq', backend: 'static:/data/', fallback: false }] }).map(({ paste }) => paste).join(), /<a href="https:\/\/www\.ville\.example\/data\/bp-2026\/index\.html">Questions et réponses/);
    assert.deepEqual(names({ lang: '' }), ['no-lang']);
    assert.deepEqual(names({ doubles: ['vote'] }), ['double-ids']);
  });

  it('a base address that moves the backend', () => {
    const moved = { base: 'https://autre.example/', from: 'https://autre.example/', tags: [{ ...tag, backend: '/' }], answers: [{ backend: 'https://autre.example', state: 'silent' as const, consultations: {} }] };
    assert.deepEqual(names(moved), ['silent', 'base']);
    assert.deepEqual(names({ ...moved, tags: [tag], answers: sound.answers }), []);
  });

  it('a frame without a title, or in which nothing can be sent', () => {
    const frame = { src: `${server}/c/bp-2026/vote`, title: 'Voter' };
    assert.deepEqual(names({ frames: [{ ...frame, title: '' }] }), ['frame-title']);
    assert.deepEqual(names({ frames: [{ ...frame, sandbox: 'allow-scripts' }] }), ['frame-sandbox']);
    assert.deepEqual(names({ frames: [frame] }), []);
  });

  it('what a widget says, where nothing else explains it, and an old browser', () => {
    assert.deepEqual(withTag({ trouble: 'Pas de connexion' }), ['unexplained']);
    assert.deepEqual(withTag({ trouble: 'Cette page n’est pas encore prête', ballot: 'votes' }), ['unknown-ballot']);
    assert.deepEqual(names({ lacks: ['customElements'] }), ['old-browser']);
  });

  it('what stops a widget before what could be better', () => {
    assert.deepEqual(names({ lang: '', refusals: [{ directive: 'connect-src', what: `${server}/api/v1`, policy: "connect-src 'self'" }] }), ['csp-connect', 'no-lang']);
  });
});
