<?php
/** What has to be forgotten in time, by WordPress's own clock (`wp-cron`). */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** How many days answers are kept for retries of proposals and questions. */
const REPLAY_DAYS = 7;

function plan_housekeeping(): void {
	if ( !wp_next_scheduled( 'parvis_housekeeping' ) ) {
		wp_schedule_event( time(), 'hourly', 'parvis_housekeeping' );
	}
}

function stop_housekeeping(): void {
	wp_clear_scheduled_hook( 'parvis_housekeeping' );
}

/** Each step by itself: what fails is noted and tried again in an hour, and keeps nothing else from being done. */
function keep_house(): void {
	foreach ( ['settle_closed_ballots', 'rewrite_where_votes_came', 'forget_old_replays'] as $step ) {
		try_step( __NAMESPACE__ . "\\$step" );
	}
}

/** @param mixed ...$values */
function try_step( callable $step, ...$values ): void {
	try {
		$step( ...$values );
	} catch ( \Throwable $error ) {
		log_cause( $error->getPrevious() ?? $error );
	}
}

function settle_closed_ballots(): void {
	foreach ( consultations_after( null, 1000 ) as $c ) {
		foreach ( $c['ballots'] as $ballot ) {
			if ( part_status( $c, $ballot ) === 'closed' ) {
				try_step( __NAMESPACE__ . '\settle', $c['id'], $ballot['id'] );
			}
		}
	}
}

/** Only where votes came in the last hour. */
function rewrite_where_votes_came(): void {
	$votes = row( 'SELECT COUNT(*) AS votes FROM {votes}' )['votes'];
	if ( get_option( 'parvis_votes_rewritten', '0' ) !== $votes ) {
		rewrite_votes();
		update_option( 'parvis_votes_rewritten', $votes, false );
	}
}

function forget_old_replays(): void {
	change( 'DELETE FROM {replays} WHERE scope = ? AND day < ?', ['', gmdate( 'Y-m-d', time() - REPLAY_DAYS * 86400 )] );
}
