import type { Factory } from '@parvis/conformance';
import type { Channel, Choice, ConsultationFile } from '@parvis/contract';
import { httpBackend } from '@parvis/adapters/http/all';
import { quoted } from '../../../examples/cms/php-text.ts';
import { startWordPress, type Site } from '../../../examples/wordpress/site/wordpress.ts';

/** A WordPress that is its own backend. Whoever tests from one machine makes more calls than a resident; its address is no public one, so none are counted. */
export const startBackend = (): Promise<Site> => startWordPress({ options: { parvis_mode: 'wordpress' } });

/** Several at once. Where one does not come up, the others go as well. */
export async function startBackends(count: number): Promise<Site[]> {
  const starts = await Promise.allSettled(Array.from({ length: count }, startBackend));
  const sites = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (!failed) return sites;
  await Promise.all(sites.map((site) => site[Symbol.asyncDispose]()));
  throw failed.reason;
}

/** Behind it the adapter looks for `/api/v1`. */
export const addressOf = (site: Site): string => `${site.url}/wp-json/parvis/v1`;

/** Opens consultations as the page of the organiser does, from inside: no address on the web can do this without logging in. */
export async function open(site: Site, files: readonly ConsultationFile[]): Promise<void> {
  const issues = await site.php(`
    foreach ( json_decode( ${quoted(JSON.stringify(files))} ) as $file ) {
      [ $definition, $issues ] = Parvis\\Backend\\check_file( $file );
      if ( $issues ) { return $issues; }
      Parvis\\Backend\\open_consultation( $definition );
    }
    return array();
  `);
  if (JSON.stringify(issues) !== '[]') throw new Error(`The files were refused: ${JSON.stringify(issues)}`);
}

/** Ways into the tables themselves, whatever they are. */
export const probesOf = (site: Site) => ({
  votes: async (consultation: string, ballot: string) => (await site.php(`
    return array_map( function ( $vote ) {
      return array( 'choice' => Parvis\\Backend\\choice_for_json( $vote['choice'] ), 'channel' => $vote['channel'] );
    }, Parvis\\Backend\\votes_after( ${quoted(consultation)}, ${quoted(ballot)}, '', 100000 ) );
  `)) as { choice: Choice; channel: Channel }[],
  records: async () => (await site.php(`
    global $wpdb;
    $records = array();
    foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
      foreach ( $wpdb->get_results( "SELECT * FROM \`$table\`", ARRAY_A ) as $row ) { $records[] = array( $table, $row ); }
    }
    return $records;
  `)) as [table: string, row: Record<string, string | null>][],
});

/** Hands out sites that wait, one for each backend the kit asks for. */
export const factoryOf = (sites: Site[]): Factory => async (seed) => {
  const site = sites.shift();
  if (!site) throw new Error('The kit asked for more backends than there are sites.');
  await open(site, seed);
  return { backend: httpBackend(addressOf(site)), probes: probesOf(site) };
};
