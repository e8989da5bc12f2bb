import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromFragment, problemsOf, serverOf, start, toFragment, type Choices } from './choices.ts';
import { snippetNames, snippetsOf } from './snippets.ts';

const integrity = { build: 'abc123', files: { 'parvis-ballot.js': 'sha384-AAAA' } };
const chosen = (more: Partial<Choices>): Choices => ({ ...start, backend: 'https://p.ville.fr', consultation: 'bp-2027', ballot: 'projets', ...more });
const snippets = (more: Partial<Choices> = {}) => snippetsOf(chosen(more), integrity);

describe('What a webmaster pastes', () => {
  it('is a link that leads to the page of the widget', () => {
    assert.match(snippets().link, /<a href="https:\/\/p\.ville\.fr\/c\/bp-2027\/vote\/projets">Voter<\/a>/);
    assert.match(snippets({ widget: 'proposal-form' }).link, /\/c\/bp-2027\/propose">Proposer une idée<\/a>/);
  });

  it('is a tag with what was chosen, and nothing else', () => {
    assert.equal(
      snippets({ heading: '3', lang: 'ar', scheme: 'dark' }).tag,
      '<meta name="parvis-backend" content="https://p.ville.fr">\n<script type="module" src="https://p.ville.fr/embed/parvis-ballot.js"></script>\n\n'
      + '<parvis-ballot consultation="bp-2027" ballot="projets" heading-level="3" theme="dark" lang="ar">\n  <a href="https://p.ville.fr/c/bp-2027/vote/projets">صوِّت</a>\n</parvis-ballot>',
    );
    assert.doesNotMatch(snippets().tag, /heading-level|theme|lang=/);
  });

  it('is what each system reads', () => {
    const found = snippets({ text: 'Je vote' });
    assert.equal(found.shortcode, '[parvis widget=ballot consultation=bp-2027 ballot=projets text="Je vote"]');
    assert.equal(found.drupal, '[parvis ballot consultation=bp-2027 ballot=projets text="Je vote"]');
    assert.equal(found.joomla, '{parvis ballot consultation=bp-2027 ballot=projets text="Je vote"}');
    assert.equal(found.spip, '<parvis-ballot|consultation=bp-2027|ballot=projets|text=Je vote>');
    assert.equal(found.dokuwiki, '{{parvis>ballot?consultation=bp-2027&ballot=projets|Je vote}}');
    assert.equal(found.typo3, '<parvis-ballot backend="https://p.ville.fr" consultation="bp-2027" ballot="projets"><a href="https://p.ville.fr/c/bp-2027/vote/projets">Je vote</a></parvis-ballot>');
    assert.equal(found.wordpress, '<!-- wp:parvis/widget {"consultation":"bp-2027","ballot":"projets","text":"Je vote","link":"https://p.ville.fr/c/bp-2027/vote/projets"} -->\n<p><a href="https://p.ville.fr/c/bp-2027/vote/projets">Je vote</a></p>\n<!-- /wp:parvis/widget -->');
  });

  it('names no ballot for a widget that shows none', () => {
    for (const text of Object.values(snippets({ widget: 'faq' }))) assert.doesNotMatch(text, /projets/);
  });

  it('carries the hash and the address of one build', () => {
    assert.equal(snippets().integrity, '<script type="module" src="https://p.ville.fr/embed/v/abc123/parvis-ballot.js"\n  integrity="sha384-AAAA" crossorigin></script>');
  });

  it('is a frame with a link under it that stays a link, since words stand before it', () => {
    assert.equal(
      snippets({ lang: 'en' }).frame,
      '<iframe title="Vote" src="https://p.ville.fr/c/bp-2027/vote/projets?locale=en" width="100%" height="1600"></iframe>\n'
      + '<p>Nothing in the frame? <a href="https://p.ville.fr/c/bp-2027/vote/projets">Vote</a></p>\n<script src="https://p.ville.fr/embed/parvis-frame.js"></script>',
    );
    assert.doesNotMatch(snippets().frame, /style|border/);
  });

  it('has Trusted Types apart from the rest of the policy, with the name of the widget', () => {
    assert.doesNotMatch(snippets().csp, /trusted-types/);
    assert.equal(snippets({ widget: 'faq' })['trusted-types'], "require-trusted-types-for 'script';\ntrusted-types parvis-faq parvis-loader");
  });

  it('says where the server is in every tag, with or without the script of the link', () => {
    assert.match(snippets().tag, /^<meta name="parvis-backend" content="https:\/\/p\.ville\.fr">/);
    assert.match(snippets().typo3, / backend="https:\/\/p\.ville\.fr"/);
  });

  it('asks a policy for the origin of the server alone, and for styles only with a theme', () => {
    assert.match(snippets({ backend: 'https://p.ville.fr:8443/participer' }).csp, /^script-src https:\/\/p\.ville\.fr:8443;\nconnect-src https:\/\/p\.ville\.fr:8443;/);
    assert.doesNotMatch(snippets().csp, /style-src|unsafe/);
    assert.match(snippets({ look: 'compact' }).csp, /style-src https:\/\/p\.ville\.fr;/);
  });

  it('takes a theme, a colour, or both', () => {
    assert.equal(snippets({ look: 'compact' }).look, '<link rel="stylesheet" href="https://p.ville.fr/embed/themes/compact.css">');
    assert.match(snippets({ accent: '#7a0b4f' }).look, /--parvis-accent: #7a0b4f;[^]*--parvis-accent: light-dark\(#7a0b4f, #8fcdf2\);/, 'dark keeps its own');
    assert.equal(snippets({ accent: '#7a0b4f', scheme: 'light' }).look, '<style>\n:root {\n  --parvis-accent: #7a0b4f;\n}\n</style>');
    assert.match(snippets({ look: 'compact', accent: '#7a0b4f' }).look, /compact\.css">\n<style>/);
  });
});

describe('Words that a person typed', () => {
  const nasty = '"><script>alert(1)</script> & l’été -- ]} <b> «صوّت»';

  it('stay words in every kind of HTML', () => {
    const found = snippets({ text: nasty });
    for (const name of ['link', 'tag', 'frame', 'typo3'] as const) {
      assert.ok(found[name].includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; l’été -- ]} &lt;b&gt; «صوّت»'), name);
      assert.doesNotMatch(found[name], /<script>|<b>/);
    }
  });

  it('end no comment, no bracket and no model', () => {
    const found = snippets({ text: nasty });
    const [, inside = ''] = /^<!-- wp:parvis\/widget (.*) -->\n/.exec(found.wordpress) ?? [];
    assert.doesNotMatch(inside, /--|[<>&]/);
    assert.equal((JSON.parse(inside) as { text: string }).text, nasty);
    assert.equal(found.shortcode.indexOf(']'), found.shortcode.length - 1);
    assert.equal(found.joomla.indexOf('}'), found.joomla.length - 1);
    assert.equal(found.spip.indexOf('>'), found.spip.length - 1);
    assert.equal(found.dokuwiki.indexOf('}'), found.dokuwiki.length - 2);
  });

  it('that are no address, id or colour go into no snippet', () => {
    for (const [name, text] of Object.entries(snippets({ backend: 'javascript:alert(1)', consultation: '"><b>', ballot: 'a b', accent: 'red;}' }))) {
      assert.doesNotMatch(text, /javascript:|<b>|a b|red;/, name);
    }
  });
});

describe('What is asked of the fields', () => {
  it('an address begins with http:// or https:// and has no question mark, fragment or password', () => {
    assert.equal(serverOf('https://p.ville.fr/participer/'), 'https://p.ville.fr/participer');
    assert.equal(serverOf('http://localhost:4180'), 'http://localhost:4180');
    for (const text of ['p.ville.fr', 'ftp://p.ville.fr', 'https://', 'https://p.ville.fr/?a', 'https://p.ville.fr/#a', 'https://a:b@p.ville.fr', 'https://p ville.fr', 'javascript:1']) assert.equal(serverOf(text), undefined, text);
  });

  it('an id is one of the contract: no accents, no spaces', () => {
    assert.deepEqual([...problemsOf(chosen({ consultation: 'été 2027', ballot: '' }))], [['consultation', 'id'], ['ballot', 'missing']]);
    assert.deepEqual([...problemsOf(chosen({}))], []);
    assert.deepEqual([...problemsOf(chosen({ widget: 'faq', ballot: '' }))], []);
  });
});

describe('The address of a builder that is filled in', () => {
  it('gives everything back', () => {
    const all = chosen({ widget: 'results', text: 'a&b=c «é» #1', lang: 'ar', heading: '4', look: 'compact', scheme: 'dark', accent: '#112233' });
    assert.deepEqual(fromFragment(`#${toFragment(all)}`), all);
    assert.equal(toFragment(start), '');
  });

  it('takes nothing that the form could not say', () => {
    assert.deepEqual(fromFragment('#widget=script&heading=9&lang=xx&look=../x&scheme=a&other=1&backend=x'), { ...start, backend: 'x' });
    assert.deepEqual(fromFragment('#a-heading'), start);
  });

  it('every snippet has its name', () => assert.deepEqual(Object.keys(snippets()), [...snippetNames]));
});
