<?php
/** `describe` and `check`. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Largest body in bytes: what the longest proposal the contract takes needs. */
const BODY_LIMIT = 1048576;

function backend_describe(): array {
	$languages = array_merge( [], ...array_column( consultations_after( null, 100 ), 'languages' ) );
	return [
		'contract' => contract( 'rules' )['version'],
		'name' => 'wordpress',
		'groups' => offered_groups(),
		'limits' => ['body' => BODY_LIMIT],
		'languages' => array_values( array_unique( $languages ) ),
	];
}

function backend_check(): array {
	$missing = missing_tables();
	if ( $missing !== [] ) {
		/* translators: %s: names of tables */
		$hint = __( 'These tables are missing: %s. The account of WordPress has to be allowed to create tables in its database; Parvis tries again at each call.', 'parvis' );
		return ['items' => [check_item( 'tables', false, sprintf( $hint, implode( ', ', $missing ) ) )]];
	}
	$consultations = consultations_after( null, 100 );
	$statuses = array_map( __NAMESPACE__ . '\status_at', $consultations );
	$not_offered = array_merge( [], ...array_map( __NAMESPACE__ . '\not_offered_here', $consultations ) );
	$flush = row( 'SELECT @@innodb_flush_log_at_trx_commit AS flushes' )['flushes'];
	return ['items' => [
		check_item( 'consultations', in_array( 'open', $statuses, true ), __( 'No consultation is open. Open one on the page “Consultations” of the administration.', 'parvis' ) ),
		check_item( 'offered', $not_offered === [], implode( ' ', $not_offered ) ),
		check_item( 'durable', $flush === '1', __( 'The database does not write each vote to the disk before it answers. Set innodb_flush_log_at_trx_commit = 1.', 'parvis' ) ),
		check_item( 'tables', tables_are_transactional(), __( 'The tables of Parvis have to be InnoDB tables: in others a vote can stay half written.', 'parvis' ) ),
		check_item( 'addresses', get_option( 'permalink_structure' ) !== '', __( 'Choose permalinks that are not “Plain”: with these, /wp-json/ does not answer.', 'parvis' ) ),
	]];
}

function check_item( string $id, bool $ok, string $hint ): array {
	return ['id' => $id, 'ok' => $ok] + ( $ok ? [] : ['hint' => $hint] );
}

function tables_are_transactional(): bool {
	$names = array_map( __NAMESPACE__ . '\table', ['marks', 'votes', 'receipts', 'replays', 'proposals', 'reactions'] );
	$places = implode( ', ', array_fill( 0, count( $names ), '?' ) );
	return row( "SELECT COUNT(*) AS amount FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND ENGINE = 'InnoDB' AND TABLE_NAME IN ($places)", $names )['amount'] === (string) count( $names );
}

/** What a consultation asks for and this backend does not have, in words for the organiser. @return string[] */
function not_offered_here( array $definition ): array {
	$sentences = [];
	foreach ( $definition['ballots'] as $ballot ) {
		if ( $ballot['eligibility'] === 'code' ) {
			/* translators: %s: id of a ballot */
			$sentences[] = sprintf( __( 'The ballot “%s” asks for access codes. WordPress gives out none, so nobody could vote. Take “eligibility” away, or use a Parvis server.', 'parvis' ), $ballot['id'] );
		}
	}
	return $sentences;
}
