<?php
/**
 * The tables. Every primary key starts with the consultation; ids are random or come from the organiser, and no row has a running number: InnoDB keeps rows
 * in the order of their primary key, which must not be the order of arrival.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Raised whenever a table changes. */
const TABLES_VERSION = '2';

/** Columns and primary key by table. What is in the last two is only ever in memory. */
function table_definitions(): array {
	$place = "consultation varbinary(100) NOT NULL,\n";
	$box = $place . "ballot varbinary(100) NOT NULL,\n";
	$item = "item_id varbinary(100) NOT NULL,\n";
	return [
		'consultations' => [$place . "definition longtext NOT NULL,\nrevision varbinary(64) NOT NULL,\nsort_at varbinary(24) NOT NULL", 'consultation'],
		'salts' => [$place . "purpose varbinary(110) NOT NULL,\nsalt varbinary(64) NOT NULL", 'consultation,purpose'],

		// A voter's mark, the vote, the receipt and the retry share no id, no order and no time.
		'marks' => [$box . 'mark varbinary(64) NOT NULL', 'consultation,ballot,mark'],
		'votes' => [$box . "vote_id varbinary(32) NOT NULL,\nchoice mediumtext NOT NULL,\nchannel varbinary(8) NOT NULL", 'consultation,ballot,vote_id'],
		'receipts' => [$box . "receipt varbinary(64) NOT NULL,\nchannel varbinary(8) NOT NULL,\nday varbinary(10) NOT NULL", 'consultation,ballot,receipt'],
		'replays' => [
			$place . "replay_id varbinary(64) NOT NULL,\nscope varbinary(110) NOT NULL,\ncontent varbinary(64) NOT NULL,\nanswer mediumtext NOT NULL,\nday varbinary(10) NOT NULL",
			'consultation,replay_id',
		],
		'shown_results' => [$box . "results mediumtext NOT NULL,\nis_settled tinyint NOT NULL DEFAULT 0", 'consultation,ballot'],

		'proposals' => [
			$place . "proposal_id varbinary(100) NOT NULL,\nstatus varbinary(20) NOT NULL,\nis_public tinyint NOT NULL,\ncategory varbinary(100),\n"
			. "supports bigint NOT NULL,\nbase_supports bigint NOT NULL,\nsort_at varbinary(24) NOT NULL,\nsource varbinary(8) NOT NULL,\n"
			. "search mediumtext NOT NULL,\ncontent mediumtext NOT NULL",
			'consultation,proposal_id',
		],
		'questions' => [
			$place . "question_id varbinary(100) NOT NULL,\nstatus varbinary(20) NOT NULL,\nreceived_at varbinary(24) NOT NULL,\ncontent mediumtext NOT NULL",
			'consultation,question_id',
		],
		'tracking' => [$place . "code varbinary(64) NOT NULL,\nkind varbinary(8) NOT NULL,\n" . $item . 'received_at varbinary(24) NOT NULL', 'consultation,code'],
		'contacts' => [$place . "kind varbinary(8) NOT NULL,\n" . $item . "email varbinary(1020) NOT NULL,\nconsent_at varbinary(24) NOT NULL", 'consultation,kind,item_id'],
		'profiles' => [$place . "option_id varbinary(100) NOT NULL,\namount bigint NOT NULL", 'consultation,option_id'],
		'reactions' => [
			$place . "act varbinary(8) NOT NULL,\n" . $item . "mark varbinary(64) NOT NULL,\nsequence bigint NOT NULL,\nis_on tinyint NOT NULL",
			'consultation,act,item_id,mark',
		],

		'next_results' => [$box . "part smallint NOT NULL,\ncontent varbinary(4000) NOT NULL", 'consultation,ballot,part'],
		'calls' => ["caller varbinary(64) NOT NULL,\nminute int NOT NULL,\ncalls int NOT NULL", 'caller,minute'],
	];
}

/** Makes or mends the tables, once per version of the plugin; where the database refused one, again at the next call. */
function ensure_tables(): void {
	$before = get_option( 'parvis_backend_tables' );
	if ( $before === TABLES_VERSION ) {
		return;
	}
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	foreach ( table_definitions() as $name => [$columns, $key] ) {
		$engine = in_array( $name, ['next_results', 'calls'], true ) ? 'MEMORY' : 'InnoDB';
		// dbDelta wants two spaces before the columns of the key.
		dbDelta( 'CREATE TABLE ' . table( $name ) . " (\n$columns,\nPRIMARY KEY  ($key)\n) ENGINE=$engine " . $wpdb->get_charset_collate() );
	}
	if ( missing_tables() === [] && ( $before !== '1' || forget_wishes_for_news() ) ) {
		update_option( 'parvis_backend_tables', TABLES_VERSION );
	}
}

/** Names of tables that are not there, as the database knows them. @return string[] */
function missing_tables(): array {
	global $wpdb;
	$names = array_map( __NAMESPACE__ . '\table', array_keys( table_definitions() ) );
	return array_values( array_diff( $names, $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( table( '' ) ) . '%' ) ) ) );
}

/** The first version took addresses for news that nobody sends. @return bool whether they are gone */
function forget_wishes_for_news(): bool {
	global $wpdb;
	$table = table( 'reactions' );
	$wpdb->query( "DELETE FROM `$table` WHERE act = 'follow'" );
	return $wpdb->get_col( "SHOW COLUMNS FROM `$table` LIKE 'email'" ) === [] || $wpdb->query( "ALTER TABLE `$table` DROP COLUMN email" ) !== false;
}
