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

/** Settles the ballots that have closed, writes the box anew where votes came in the last hour, and forgets old retries. */
function keep_house(): void {
	foreach ( consultations_after( null, 1000 ) as $c ) {
		foreach ( $c['ballots'] as $ballot ) {
			if ( part_status( $c, $ballot ) === 'closed' ) {
				settle( $c['id'], $ballot['id'] );
			}
		}
	}
	$votes = row( 'SELECT COUNT(*) AS votes FROM {votes}' )['votes'];
	if ( get_option( 'parvis_votes_rewritten', '0' ) !== $votes ) {
		rewrite_votes();
		update_option( 'parvis_votes_rewritten', $votes, false );
	}
	change( 'DELETE FROM {replays} WHERE scope = ? AND day < ?', ['', gmdate( 'Y-m-d', time() - REPLAY_DAYS * 86400 )] );
}
