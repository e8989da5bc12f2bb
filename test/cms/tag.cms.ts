import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { filesOf, layPlugin, plugins } from '../../examples/cms/plugins.ts';
import { root } from '../support/machine.ts';
import { tempDir } from '../support/temp.ts';

const examples = join(root, 'examples');
const server = 'https://participer.ville.example';

/** What a function of the shared PHP answers. Arguments and answer go through JSON. */
function php(file: string, name: string, ...args: readonly unknown[]): unknown {
  const code = 'require $argv[1]; echo json_encode(call_user_func_array($argv[2], json_decode($argv[3], true)), JSON_THROW_ON_ERROR);';
  const { status, stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', '-r', code, join(examples, 'cms', file), `Parvis\\${name}`, JSON.stringify(args)], { encoding: 'utf8' });
  assert.equal(`${status} ${stderr}`, '0 ');
  return JSON.parse(stdout);
}

const html = (widget: string, asked: Record<string, string>, at = server, lang = 'fr') => php('Tag.php', 'Tag::html', widget, asked, at, lang);
const plain = (text: unknown) => String(text).replaceAll('\u{A0}', ' ');

describe('What an editor asks for', () => {
  it('becomes a tag with a plain link inside, to the page that shows the same', () => {
    assert.equal(html('ballot', { consultation: 'bp-2026', ballot: 'vote' }),
      `<parvis-ballot backend="${server}" consultation="bp-2026" ballot="vote"><a href="${server}/c/bp-2026/vote/vote">Voter</a></parvis-ballot>`);
    assert.equal(html('results', { consultation: 'bp-2026', ballot: 'vote', text: 'Qui a gagné ?' }),
      `<parvis-results backend="${server}" consultation="bp-2026" ballot="vote"><a href="${server}/c/bp-2026/results/vote">Qui a gagné ?</a></parvis-results>`);
    for (const [widget, page] of [['proposal-form', 'propose'], ['faq', 'faq'], ['feedback', 'feedback']] as const) {
      assert.match(String(html(widget, { consultation: 'bp-2026' })), new RegExp(`^<parvis-${widget} backend="${server}" consultation="bp-2026"><a href="${server}/c/bp-2026/${page}">[^<]{8,}</a></parvis-${widget}>$`));
    }
  });

  it('keeps its language, level and theme, always in the same order', () => {
    assert.match(String(html('faq', { lang: 'ar', theme: 'dark', 'heading-level': '3', consultation: 'bp-2026' })), / consultation="bp-2026" heading-level="3" theme="dark" lang="ar"><a href="[^"]+\/faq\?locale=ar">/);
  });

  it('speaks English on an English page', () => {
    assert.match(String(html('ballot', { consultation: 'bp-2026', ballot: 'vote' }, server, 'en-GB')), />Vote<\/a>/);
    assert.equal(html('faq', {}, server, 'en'), '<strong class="parvis-to-mend">Parvis: consultation is missing. Write for example consultation=bp-2026.</strong>');
  });

  it('never becomes HTML, in the words of the link or anywhere else', () => {
    const nasty = '"><script>alert(1)</script>\'&amp;';
    const escaped = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#039;&amp;amp;';
    assert.match(String(html('faq', { consultation: 'x', text: nasty })), new RegExp(`<a href="${server}/c/x/faq">${escaped.replace(/[()]/g, '\\$&')}</a>`));
    for (const asked of [{ consultation: nasty }, { consultation: 'x', theme: nasty }, { consultation: 'x', lang: nasty }, { consultation: 'x', 'heading-level': '7' }, { consultation: 'x', [nasty]: 'x' }, { consultation: 'x', onclick: 'alert(1)' }, { consultation: 'x', backend: 'https://elsewhere.example' }]) {
      assert.match(String(html('faq', asked)), /^<strong class="parvis-to-mend">Parvis[^<>"]+<\/strong>$/, JSON.stringify(asked));
    }
    assert.match(String(html(nasty, { consultation: 'x' })), /^<strong class="parvis-to-mend">[^<>"]+<\/strong>$/);
  });

  it('that has a slip is answered with what to write', () => {
    assert.match(plain(html('vote', {})), /« vote » n’existe pas. Choisissez : ballot, results, proposal-form, faq, feedback/);
    assert.match(plain(html('ballot', { consultation: 'bp-2026' })), /il manque ballot/);
    assert.match(plain(html('ballot', { ballot: 'vote' })), /il manque consultation/);
    assert.match(plain(html('ballot', { consultation: ' ', ballot: 'vote' })), /il manque consultation/);
    assert.match(plain(html('faq', { consultation: 'bp 2026' })), /consultation ne peut pas être « bp 2026 »/);
  });
});

describe('The address that the webmaster sets', () => {
  it('may have slashes at its end, and a folder', () => {
    assert.equal(php('Tag.php', 'Tag::server', ' https://ville.example/parvis// '), 'https://ville.example/parvis');
    assert.equal(php('Tag.php', 'Tag::loader', `${server}/`), `${server}/embed/parvis-loader.js`);
  });

  for (const address of ['', 'javascript:alert(1)', 'participer.ville.example', '//participer.ville.example', 'https://a.example/"><script>', 'https://a.example/?x', 'https://a.example/\n']) {
    it(`${JSON.stringify(address)} is ${address.endsWith('\n') ? 'read without its end' : 'none: nothing is loaded, and the page says what to do'}`, () => {
      if (address.endsWith('\n')) return assert.equal(php('Tag.php', 'Tag::server', address), 'https://a.example');
      assert.equal(php('Tag.php', 'Tag::head', address), '');
      assert.match(plain(html('faq', { consultation: 'x' }, address)), /l’adresse du serveur n’est pas encore réglée/);
    });
  }

  it('brings the script to every page, and says where the server is to a site that packs its scripts', () => {
    assert.equal(php('Tag.php', 'Tag::head', server), `<meta name="parvis-backend" content="${server}"><script src="${server}/embed/parvis-loader.js" defer></script>`);
  });
});

describe('What an editor types in a text', () => {
  const replaced = (text: string, pair = '[]', lang = 'fr') => String(php('Shortcode.php', 'Shortcode::replace', text, pair, server, lang));
  const tag = html('ballot', { consultation: 'bp-2026', ballot: 'vote', text: 'Voter ici' });

  for (const [how, typed] of [
    ['with straight quotes', '[parvis ballot consultation=bp-2026 ballot="vote" text="Voter ici"]'],
    ['as an editor for rich text saves it', '[parvis&nbsp;ballot consultation=&quot;bp-2026&quot; ballot=vote text=&quot;Voter ici&quot;]'],
    ['with the quotes of a word processor', '[parvis ballot consultation=“bp-2026” ballot=vote text=«\u{A0}Voter ici\u{202F}»]'],
    ['with other capitals and spaces', "[Parvis  Ballot\n Consultation = bp-2026 ballot='vote' text='Voter ici' ]"],
  ] as const) {
    it(`${how} becomes the same tag as in every other system`, () => assert.equal(replaced(typed), tag));
  }

  it('takes the place of its paragraph when it is alone there, and stays in a sentence otherwise', () => {
    const typed = '[parvis ballot consultation=bp-2026 ballot=vote text="Voter ici"]';
    assert.equal(replaced(`<p>Un.</p><p class="x">&nbsp;${typed}<br></p><p>Deux.</p>`), `<p>Un.</p>${tag}<p>Deux.</p>`);
    assert.equal(replaced(`<p>Un ${typed} deux.</p>`), `<p>Un ${tag} deux.</p>`);
  });

  it('may have the brackets of the system, and leaves others alone', () => {
    assert.equal(replaced('{parvis ballot consultation=bp-2026 ballot=vote text="Voter ici"} [parvis faq]', '{}'), `${tag} [parvis faq]`);
  });

  it('comes one level under the heading before it, unless the editor says otherwise', () => {
    assert.match(replaced('<h3>Je vote</h3><p>[parvis faq consultation=x]</p>'), / heading-level="4">/);
    assert.match(replaced('<h3>Je vote</h3><p>[parvis faq consultation=x heading-level=2]</p>'), / heading-level="2">/);
  });

  it('is not looked for inside tags, code and comments, and never becomes HTML', () => {
    for (const text of ['<a title="[parvis faq consultation=x]">x</a>', '<!-- <p>[parvis faq consultation=x]</p> -->', '<pre class="x">\n[parvis faq consultation=x]</pre>', '<p><code>[parvis faq consultation=x]</code></p>', 'parvis [parvisfaq] [ parvis faq]']) assert.equal(replaced(text), text);
    assert.match(replaced('[parvis faq consultation=x text="&lt;script&gt;alert(1)&lt;/script&gt;"]'), />&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/a>/);
    assert.match(plain(replaced('[parvis faq consultation=&quot;x&gt;&lt;script&gt;&quot;]')), /« x&gt;&lt;script&gt; »/);
  });
});

describe('The plugins', async () => {
  const folder = await tempDir();
  for (const name of ['spip', 'wordpress']) await layPlugin(name, join(folder.path, name));
  after(() => folder[Symbol.asyncDispose]());

  it('come whole: each has its own files and the rule that all share', () => {
    for (const name of Object.keys(plugins)) {
      const files = filesOf(name).map((file) => file.name);
      assert.ok(files.some((file) => file.endsWith('/Tag.php')) && files.length > 8, name);
      assert.deepEqual(files.filter((file) => file.startsWith('/') || file.includes('..')), [], name);
    }
  });

  it('SPIP: what a model is asked for becomes the same tag; the words that are SPIP’s own are left out', () => {
    const asSpip = `define('_ECRIRE_INC_VERSION', 1);
      function include_spip(string $file): void {}
      function lire_config(string $name, string $else): string { return $name === 'parvis/server' ? '${server}/' : $else; }
      $GLOBALS['spip_lang'] = 'fr';
      require $argv[1] . '/parvis_fonctions.php';
      echo parvis_tag(['align' => 'center', 'center' => 'center', 'consultation' => 'bp-2026', 'ballot' => 'vote', 'text' => 'Oui &amp; non'], 'ballot');`;
    const { stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', asSpip, join(folder.path, 'spip', 'parvis')], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(stdout, html('ballot', { consultation: 'bp-2026', ballot: 'vote', text: 'Oui & non' }));
  });

  it('WordPress: what its block and shortcode are asked for becomes the same tag', () => {
    const chosen = { widget: 'ballot', consultation: 'bp-2026', ballot: 'vote', heading: '3', theme: 'dark', lang: 'en', text: '<b> "Oui" & l\'été' };
    const asWordPress = `define('ABSPATH', 1);
      function get_option($name, $else) { return $name === 'parvis_backend' ? '${server}' : $else; }
      function apply_filters($name, $value) { return $value; }
      foreach (['Tag', 'includes/settings', 'includes/widgets', 'includes/render'] as $file) require "$argv[1]/$file.php";
      echo Parvis\\tag(Parvis\\read(json_decode($argv[2], true)));`;
    const { stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', asWordPress, join(folder.path, 'wordpress', 'parvis'), JSON.stringify(chosen)], { encoding: 'utf8' });
    assert.equal(stderr, '');
    const { widget, heading, ...asked } = chosen;
    assert.equal(stdout, html(widget, { ...asked, 'heading-level': heading }));
  });

  it('TYPO3, where a page holds the tag itself: what is pasted is what the rule makes', () => {
    const pasted = readFileSync(join(examples, 'typo3', 'element.html'), 'utf8');
    assert.equal(pasted.trim(), html('ballot', { consultation: 'bp-2026', ballot: 'vote', text: 'Voter pour les projets' }));
    const inHead = readFileSync(join(examples, 'typo3', 'setup.typoscript'), 'utf8');
    assert.ok(inHead.includes(String(php('Tag.php', 'Tag::head', server))), inHead);
  });

  const files = globSync('**/*.{php,html,xml,svg}', { cwd: examples, exclude: (name) => name === 'node_modules' });

  for (const file of files.filter((name) => name.endsWith('.php'))) {
    it(`${file} is PHP`, () => {
      const { status, stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=-1', '-l', join(examples, file)], { encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
      assert.doesNotMatch(stdout + stderr, /Deprecated|Warning/);
    });
  }

  for (const file of files.filter((name) => /\.(xml|svg)$/.test(name))) {
    it(`${file} is well-formed`, () => {
      const { status, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', 'exit(simplexml_load_file($argv[1]) === false ? 1 : 0);', join(examples, file)], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });
  }
});
