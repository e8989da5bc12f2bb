<?php
/** How often one address may write. No address is kept: what counts lies in a table in memory, under a hash that nobody can undo the day after. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Wide enough for a library or a school where everybody shares one address. */
const CALLS_PER_MINUTE = 240;

/** @throws Problem `quota` */
function limit_calls(): void {
	/** How many writes one address may make in a minute; 0: as many as it likes. Behind a proxy of your own, see the documentation. */
	$limit = (int) apply_filters( 'parvis_calls_per_minute', CALLS_PER_MINUTE );
	/** The caller's address, for sites behind a proxy: WordPress only sees the proxy. */
	$address = (string) apply_filters( 'parvis_caller_address', $_SERVER['REMOTE_ADDR'] ?? '' );
	if ( $limit <= 0 || !is_public_address( $address ) ) {
		return;
	}
	$calls = count_call( hash_hmac( 'sha256', network_of( $address ), salt_of_the_day() ) );
	if ( $calls > $limit ) {
		throw new Problem( 'quota', [], 'Too many calls from this address.', 60 - time() % 60 );
	}
}

/** @return int how many calls this caller made in this minute; 0 where the table is full, since nobody is turned away for that */
function count_call( string $caller ): int {
	$minute = intdiv( time(), 60 );
	change( 'DELETE FROM {calls} WHERE minute < ?', [$minute] );
	try {
		change( 'INSERT INTO {calls} (caller, minute, calls) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE calls = calls + 1', [$caller, $minute] );
	} catch ( Problem | LostRace $full ) {
		return 0;
	}
	// In the next minute another call may have thrown the row away already.
	return (int) ( row( 'SELECT calls FROM {calls} WHERE caller = ? AND minute = ?', [$caller, $minute] )['calls'] ?? 0 );
}

/** An address of one's own network is a proxy that stands for everybody, or nobody at all. */
function is_public_address( string $address ): bool {
	return filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE ) !== false;
}

/** Who shares a limit: an IPv4 address, or the /64 of an IPv6 address. */
function network_of( string $address ): string {
	$bytes = (string) inet_pton( $address );
	return strlen( $bytes ) === 16 ? substr( $bytes, 0, 8 ) : $bytes;
}

/** Drawn anew each day; together with the site's own secret, which is in no database. */
function salt_of_the_day(): string {
	$kept = get_option( 'parvis_salt_of_the_day' );
	if ( !is_array( $kept ) || $kept['day'] !== today() ) {
		$kept = ['day' => today(), 'salt' => bin2hex( random_bytes( 32 ) )];
		update_option( 'parvis_salt_of_the_day', $kept, false );
	}
	return $kept['salt'] . wp_salt( 'nonce' );
}
