<?php
/**
 * Results of a ballot: totals, by counting every vote that is kept. No winner is named: the counting rules of `@parvis/counting` are not written in PHP, and a
 * second hand at them would sooner or later elect somebody else. Whoever has the export can count it with Parvis.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function votes_results( array $input ): array {
	$c = consultation( $input['consultation'] );
	$ballot = ballot_in( $c, $input['ballot'] );
	if ( results_open_to( $ballot, part_status( $c, $ballot ) ) !== 'everybody' ) {
		throw new Problem( 'not-yet' );
	}
	return results_of( $c, $ballot );
}

function votes_results_after_vote( array $input ): array {
	$c = consultation( $input['consultation'] );
	$ballot = ballot_in( $c, $input['ballot'] );
	find_receipt( $c['id'], $ballot['id'], $input['receipt'] );
	if ( results_open_to( $ballot, part_status( $c, $ballot ) ) === 'nobody' ) {
		throw new Problem( 'not-yet' );
	}
	return results_of( $c, $ballot );
}

/** @throws Problem `not-yet` while too few have voted */
function results_of( array $c, array $ballot ): array {
	if ( part_status( $c, $ballot ) === 'closed' ) {
		settle( $c['id'], $ballot['id'] );
		return transaction( static function () use ( $c, $ballot ) {
			return final_results( $c, $ballot, lock_shown_results( $c['id'], $ballot['id'] ) );
		} );
	}
	$shown = live_results( $c, $ballot );
	if ( $shown === null ) {
		throw new Problem( 'not-yet' );
	}
	return $shown;
}

/** Counted again only where the number of votes or what the organiser wrote has changed. */
function final_results( array $c, array $ballot, ?array $shown ): array {
	$numbers = [
		'final' => is_final( $ballot, 'closed' ), 'voters' => count_votes( $c['id'], $ballot['id'] ), 'paper' => $ballot['paper'] ?? null, 'electorate' => $ballot['electorate'] ?? null,
	];
	if ( $shown !== null && ( $shown['of'] ?? null ) === $numbers ) {
		unset( $shown['of'] );
		return $shown;
	}
	$results = counted( $c, $ballot, 'closed' );
	keep_shown_results( $c['id'], $ballot['id'], $results + ['of' => $numbers] );
	return $results;
}

/**
 * One step of showing results while voting goes on, as `liveStep` of `packages/contract` has it: they are counted once ten voters came since those that are
 * shown (in a large election a hundredth), and shown once ten more have come, so that nobody finds a vote by subtraction. What is shown is stored before
 * anybody sees it.
 * @return array|null null: too few have voted
 */
function live_results( array $c, array $ballot ): ?array {
	return transaction( static function () use ( $c, $ballot ) {
		$place = [$c['id'], $ballot['id']];
		$shown = lock_shown_results( ...$place );
		$next = next_results( ...$place );
		$voters = count_votes( ...$place );
		if ( $next !== null && $voters - $next['voters']['total'] >= smallest_group() ) {
			[$shown, $next] = [$next, null];
			keep_shown_results( $c['id'], $ballot['id'], $shown );
			keep_next_results( $c['id'], $ballot['id'], null );
		}
		$told = $shown['voters']['total'] ?? 0;
		if ( $next === null && $voters - $told >= max( smallest_group(), $told / 100 ) ) {
			keep_next_results( $c['id'], $ballot['id'], counted( $c, $ballot, 'open' ) );
		}
		return $shown === null ? null : array_diff_key( $shown, ['of' => 1] );
	} );
}

/** Now and then after a vote, so that whoever asks for results first need not wait for twenty more. */
function follow_live( array $c, array $ballot ): void {
	if ( $ballot['results'] !== 'hidden' && random_int( 1, smallest_group() ) === 1 ) {
		try {
			live_results( $c, $ballot );
		} catch ( \Throwable $error ) {
			// The vote is kept; what failed here is told to whoever asks for results.
			return;
		}
	}
}

function counted( array $c, array $ballot, string $status ): array {
	$results = ['consultation' => $c['id'], 'ballot' => $ballot['id']]
		+ shown_totals( $ballot, totals_of( $ballot, each_vote( $c['id'], $ballot['id'] ) ), $status )
		+ ['final' => is_final( $ballot, $status ), 'verified' => false, 'countedAt' => instant( now() )];
	return $results + ['etag' => '"' . substr( hash( 'sha256', json_text( $results ) ), 0, 27 ) . '"'];
}
