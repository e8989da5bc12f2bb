<?php
/** Where things stand in time, by this machine's clock. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Milliseconds since 1970. */
function now(): int {
	return (int) floor( microtime( true ) * 1000 );
}

/** An instant of the contract (ISO 8601 with a zone) in milliseconds; 0 where it names no real day. */
function milliseconds( string $instant ): int {
	try {
		$date = new \DateTimeImmutable( $instant );
	} catch ( \Exception $error ) {
		return 0;
	}
	return $date->getTimestamp() * 1000 + (int) $date->format( 'v' );
}

/** ISO 8601 in UTC with milliseconds, as JavaScript writes it: text order is time order. */
function instant( int $milliseconds ): string {
	return gmdate( 'Y-m-d\TH:i:s', intdiv( $milliseconds, 1000 ) ) . sprintf( '.%03dZ', $milliseconds % 1000 );
}

/** `2026-03-01`, in UTC. */
function today(): string {
	return gmdate( 'Y-m-d' );
}

/** `upcoming`, `open` or `closed`. Without an opening date it is open from the start, without a closing date it stays open. */
function status_at( array $dates ): string {
	if ( isset( $dates['opensAt'] ) && now() < milliseconds( $dates['opensAt'] ) ) {
		return 'upcoming';
	}
	return isset( $dates['closesAt'] ) && now() >= milliseconds( $dates['closesAt'] ) ? 'closed' : 'open';
}

/** A part (ballot, form) without dates of its own has the consultation's. */
function dates_of( array $part, array $consultation ): array {
	$own = array_intersect_key( $part, ['opensAt' => 1, 'closesAt' => 1] );
	return $own + array_intersect_key( $consultation, ['opensAt' => 1, 'closesAt' => 1] );
}

function part_status( array $consultation, array $part ): string {
	return status_at( dates_of( $part, $consultation ) );
}

/** Whether a date as precise as it is known (`2027-03`) lies wholly before today. */
function is_past( string $partial_date ): bool {
	return substr( today(), 0, strlen( $partial_date ) ) > $partial_date;
}
