<?php
/** The group `votes`, without its results. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function votes_ballot( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	return ballot_for( $c, ballot_in( $c, $input['ballot'] ), closest_language( $c['languages'], $locale ) );
}

function votes_cast( array $input ): array {
	$c = consultation( $input['consultation'] );
	$ballot = ballot_in( $c, $input['ballot'] );
	$receipt = [
		'receipt' => random_code(), 'consultation' => $c['id'], 'ballot' => $ballot['id'], 'channel' => $input['channel'] ?? 'online', 'day' => today(),
	];
	$answer = transaction( static function () use ( $c, $ballot, $input, $receipt ) {
		return once( $c['id'], ballot_purpose( $ballot['id'] ), $input, $receipt, static function () use ( $c, $ballot, $input, $receipt ) {
			// Not asked of a call that comes again: its vote is in, though the ballot may have closed since.
			refuse_when_changed( $c );
			refuse_when_closed( $c, $ballot );
			refuse_vote( $ballot, $input );
			keep_mark( $c['id'], $ballot['id'], $input['voter']['mark'] );
			keep_vote( $c['id'], $ballot['id'], canonical_choice( $ballot, $input['choice'] ), $receipt['channel'] );
			keep_receipt( $c['id'], $ballot['id'], $receipt );
		} );
	} );
	follow_live( $c, $ballot );
	return $answer;
}

/** @throws Problem `closed` or `not-yet` */
function refuse_when_closed( array $c, array $ballot ): void {
	$status = part_status( $c, $ballot );
	if ( $status !== 'open' ) {
		throw new Problem( $status === 'closed' ? 'closed' : 'not-yet' );
	}
}

/** The organiser opened the consultation again a moment ago: the very same call can be made once more. Until the vote is kept, nobody opens it again. */
function refuse_when_changed( array $c ): void {
	$row = row( 'SELECT revision FROM {consultations} WHERE consultation = ? LOCK IN SHARE MODE', [$c['id']] );
	if ( ( $row['revision'] ?? '' ) !== $c['revision'] ) {
		throw new Problem( 'backend-fault', [], 'The consultation has just changed.', 1 );
	}
}

/** In the order in which a voter can do something about it. @throws Problem `rules-changed`, `invalid` or `not-eligible` */
function refuse_vote( array $ballot, array $input ): void {
	if ( $input['rulesHash'] !== rules_hash( $ballot ) ) {
		throw new Problem( 'rules-changed' );
	}
	$issues = validate_vote( $ballot, $input['choice'] );
	if ( $issues !== [] ) {
		throw new Problem( 'invalid', array_map( static function ( $issue ) {
			return ['pointer' => '/choice' . $issue['pointer']] + $issue;
		}, $issues ) );
	}
	if ( $ballot['eligibility'] === 'code' ) {
		// No code was ever given out here; `check` and the page of the organiser say so.
		throw new Problem( 'not-eligible', [issue( '/voter/code', isset( $input['voter']['code'] ) ? 'unknown' : 'missing' )] );
	}
	if ( isset( $input['voter']['code'] ) ) {
		throw new Problem( 'not-eligible' );
	}
}

function votes_receipt( array $input ): array {
	$c = consultation( $input['consultation'] );
	return find_receipt( $c['id'], ballot_in( $c, $input['ballot'] )['id'], $input['receipt'] );
}

function votes_export( array $input ): array {
	$c = consultation( $input['consultation'] );
	$ballot = ballot_in( $c, $input['ballot'] );
	if ( part_status( $c, $ballot ) !== 'closed' ) {
		throw new Problem( 'not-yet' );
	}
	$after = from_cursor( 'votes', 1, $input['cursor'] ?? null );
	$limit = $input['limit'] ?? 1000;
	settle( $c['id'], $ballot['id'] );
	$merged = merged_channels( voters_by_channel( $c['id'], $ballot['id'] ) );
	return page_of( 'votes', votes_after( $c['id'], $ballot['id'], $after[0] ?? '', $limit + 1 ), $limit, static function ( $vote ) use ( $merged ) {
		return ['choice' => choice_for_json( $vote['choice'] ), 'channel' => shown_channel( $vote['channel'], $merged )];
	}, static function ( $vote ) {
		return [$vote['vote_id']];
	} );
}
