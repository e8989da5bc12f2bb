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
		return final_results( $c, $ballot );
	}
	$shown = live_results( $c, $ballot );
	if ( $shown === null ) {
		throw new Problem( 'not-yet' );
	}
	return $shown;
}

/** Counted once, however many people ask at the same time, and again only where votes or what the organiser wrote have changed. */
function final_results( array $c, array $ballot ): array {
	$shown = shown_results( $c['id'], $ballot['id'] );
	if ( is_up_to_date( $c, $ballot, $shown ) ) {
		return array_diff_key( $shown, ['of' => 1] );
	}
	return transaction( static function () use ( $c, $ballot ) {
		$shown = lock_shown_results( $c['id'], $ballot['id'] );
		if ( is_up_to_date( $c, $ballot, $shown ) ) {
			return array_diff_key( $shown, ['of' => 1] );
		}
		$results = counted( $c, $ballot, 'closed' );
		keep_shown_results( $c['id'], $ballot['id'], $results + ['of' => basis_of( $ballot, $results['voters']['total'] )] );
		return $results;
	} );
}

/** Everything that final results depend on. */
function basis_of( array $ballot, int $voters ): array {
	return ['final' => is_final( $ballot, 'closed' ), 'voters' => $voters, 'paper' => $ballot['paper'] ?? null, 'electorate' => $ballot['electorate'] ?? null];
}

/** Five minutes after closing no vote is still on its way: until then the votes are numbered anew each time. */
function is_up_to_date( array $c, array $ballot, ?array $shown ): bool {
	if ( !isset( $shown['of'] ) ) {
		return false;
	}
	$is_certain = milliseconds( $shown['countedAt'] ) > milliseconds( dates_of( $ballot, $c )['closesAt'] ) + 300000;
	return $shown['of'] === basis_of( $ballot, $is_certain ? $shown['of']['voters'] : count_votes( $c['id'], $ballot['id'] ) );
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
