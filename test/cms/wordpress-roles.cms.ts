import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inWordPress, save } from './support/wordpress.ts';

describe('Texts of people whom WordPress does not trust with HTML', async () => {
  const here = await inWordPress();
  const server = () => here.place.town.url;
  const post = (link: string) => fetch(link).then((answer) => answer.text());
  const tag = () => `<p>Les <a href="${server()}/c/bp-2026/faq">questions</a> sont ici.</p>
<parvis-faq consultation="bp-2026" backend="https://ailleurs.example" onclick="alert(1)"><a href="${server()}/c/bp-2026/faq">Lire les questions</a></parvis-faq><script>alert(2)</script>`;
  let published = '';

  it('without the plugin a tag goes and the plain link in it stays', async () => {
    await here.site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( 'parvis/parvis.php' );`);
    await using author = await here.account('author');
    const { raw } = await save(author.page, here.site, 'Sans extension', tag());
    assert.doesNotMatch(raw, /<parvis-|<script|onclick/);
    assert.match(raw, new RegExp(`<a href="${server()}/c/bp-2026/faq">Lire les questions</a>`));
    await here.site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin( 'parvis/parvis.php' ); update_option( 'parvis_backend', '${server()}' );`);
  });

  it('with the plugin an author’s block, shortcode, tag and link on its own line are all widgets; no script and no other backend comes along', async () => {
    await using author = await here.account('author');
    const { raw, link } = await save(author.page, here.site, 'Participer', `<!-- wp:parvis/widget {"consultation":"bp-2026","ballot":"vote","text":"Voter \\u003cb\\u003e","heading":3} --><p><a href="${server()}/c/bp-2026/vote/vote">Voter</a></p><!-- /wp:parvis/widget -->
<!-- wp:shortcode -->[parvis feedback consultation=bp-2026 theme="dark" lang="en" text="Suites &amp; fin"]<!-- /wp:shortcode -->
<!-- wp:paragraph --><p><a href="${server()}/c/bp-2026/propose">Proposer une idée</a></p><!-- /wp:paragraph -->
<!-- wp:html -->${tag()}<!-- /wp:html -->`);
    assert.doesNotMatch(raw, /<script|onclick|ailleurs/);
    published = link;
    assert.match(await post(link), />Suites &amp; fin<\/a><\/parvis-feedback>/, 'words are escaped once');
    await using one = await here.visitor({ viewport: { width: 1024, height: 6000 } });
    await one.page.goto(link);
    for (const name of ['ballot', 'feedback', 'proposal-form', 'faq']) await one.page.locator(`parvis-${name}`).getByRole('heading').first().waitFor();
    await one.page.locator('parvis-ballot').getByRole('heading', { level: 3, name: /Quels projets/ }).waitFor();
    await one.page.locator('parvis-feedback[lang=en][theme=dark]').waitFor();
    assert.equal(await one.page.getByRole('link', { name: 'questions', exact: true }).count(), 1);
    assert.deepEqual(await one.troubles(), []);
  });

  it('what a contributor hands in shows the widget once somebody else has published it', async () => {
    await using contributor = await here.account('contributor');
    const { id } = await save(contributor.page, here.site, 'Une proposition', `<!-- wp:parvis/widget {"widget":"results","consultation":"bp-2026","ballot":"vote"} --><p><a href="${server()}/c/bp-2026/results/vote">Résultats</a></p><!-- /wp:parvis/widget -->`, 'pending');
    const link = String(await here.site.php(`wp_update_post( array( 'ID' => ${id}, 'post_status' => 'publish' ) ); return get_permalink( ${id} );`));
    await using one = await here.visitor();
    await one.page.goto(link);
    await one.page.locator('parvis-results').getByRole('heading').first().waitFor();
  });

  it('a slip in a shortcode is explained to editors, and residents see nothing of it', async () => {
    await using author = await here.account('author');
    const { link } = await save(author.page, here.site, 'Une faute', '<!-- wp:shortcode -->[parvis widget="balot" consultation="bp-2026"]<!-- /wp:shortcode -->');
    await author.page.goto(link);
    await author.page.getByText('Dites quel widget afficher').waitFor();
    assert.doesNotMatch(await post(link), /Dites quel widget|balot/);
  });

  it('once the plugin is deleted its settings are gone, and the texts keep their plain links', async () => {
    await here.site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( 'parvis/parvis.php' );`);
    const left = await here.site.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      require_once ABSPATH . 'wp-admin/includes/file.php';
      delete_plugins( array( 'parvis/parvis.php' ) );
      return array( $GLOBALS['wpdb']->get_col( "SELECT option_name FROM {$GLOBALS['wpdb']->options} WHERE option_name LIKE 'parvis%'" ), is_dir( WP_PLUGIN_DIR . '/parvis' ) );
    `);
    assert.deepEqual(left, [[], false]);
    const html = await post(published);
    assert.match(html, new RegExp(`<a href="${server()}/c/bp-2026/vote/vote">Voter</a>`));
    assert.doesNotMatch(html, /parvis-loader/);
  });
});
