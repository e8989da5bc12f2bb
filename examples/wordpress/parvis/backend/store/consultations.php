<?php
/** Consultations as the organiser wrote them. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** @return array the definition, with `revision`, which changes whenever it is opened anew @throws Problem `not-found` */
function consultation( string $id ): array {
	$row = found( row( 'SELECT definition, revision FROM {consultations} WHERE consultation = ?', [$id] ) );
	return json_decode( $row['definition'], true ) + ['revision' => $row['revision']];
}

/** @throws Problem `not-found` */
function ballot_in( array $consultation, string $id ): array {
	foreach ( $consultation['ballots'] as $ballot ) {
		if ( $ballot['id'] === $id ) {
			return $ballot;
		}
	}
	throw new Problem( 'not-found' );
}

/** Newest first. @param array|null $after `[sort_at, id]` of the last one read */
function consultations_after( ?array $after, int $limit ): array {
	[$time, $id] = $after ?? ['9', ''];
	return array_map( static function ( $row ) {
		return json_decode( $row['definition'], true ) + ['sort_at' => $row['sort_at']];
	}, rows(
		'SELECT definition, sort_at FROM {consultations} WHERE sort_at < ? OR (sort_at = ? AND consultation < ?) ORDER BY sort_at DESC, consultation DESC LIMIT ?',
		[$time, $time, $id, $limit]
	) );
}

/**
 * Opens a consultation, or opens it again with other texts and dates. What residents did stays.
 * @param array $definition a checked file
 * @return string `new` or `replaced`
 * @throws Problem `rules-changed` where a ballot that has votes would change or go
 */
function open_consultation( array $definition ): string {
	unset( $definition['$schema'] );
	$id = $definition['id'];
	return transaction( static function () use ( $definition, $id ) {
		// Votes read this row before they are kept: none comes in between.
		$before = row( 'SELECT definition FROM {consultations} WHERE consultation = ? FOR UPDATE', [$id] );
		$issues = $before === null ? [] : broken_promises( json_decode( $before['definition'], true ), $definition );
		if ( $issues !== [] ) {
			throw new Problem( 'rules-changed', $issues );
		}
		change(
			'REPLACE INTO {consultations} (consultation, definition, revision, sort_at) VALUES (?, ?, ?, ?)',
			[$id, json_encode( $definition ), random_id(), isset( $definition['opensAt'] ) ? instant( milliseconds( $definition['opensAt'] ) ) : '0']
		);
		create_salts( $id, array_merge( ['device'], array_map( __NAMESPACE__ . '\ballot_purpose', array_column( $definition['ballots'], 'id' ) ) ) );
		keep_proposals_of_file( $definition );
		// Other dates may open a ballot again: it will be settled anew.
		change( 'UPDATE {shown_results} SET is_settled = 0 WHERE consultation = ?', [$id] );
		return $before === null ? 'new' : 'replaced';
	} );
}

/** People voted by the rules they saw: where there are votes, rules and options stay, and the ballot stays. */
function broken_promises( array $before, array $after ): array {
	$places = array_flip( array_column( $after['ballots'], 'id' ) );
	$issues = [];
	foreach ( $before['ballots'] as $ballot ) {
		if ( !has_votes( $before['id'], $ballot['id'] ) ) {
			continue;
		}
		$place = $places[$ballot['id']] ?? null;
		if ( $place === null ) {
			$issues[] = issue( '/ballots', 'ballot-with-votes-missing' );
		} elseif ( rules_hash( $ballot ) !== rules_hash( $after['ballots'][$place] ) ) {
			$issues[] = issue( "/ballots/$place", 'rules-changed' );
		}
	}
	return $issues;
}
