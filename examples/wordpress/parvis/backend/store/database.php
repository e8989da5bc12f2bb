<?php
/**
 * Speaks to MariaDB or MySQL over the connection that WordPress has open, and around `$wpdb`: when that loses its connection it opens another and repeats
 * the last statement there, outside the transaction. A repeated `COMMIT` would then succeed for a vote that is gone.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Numbers of the errors after which the whole transaction may be tried again: deadlock, and a lock that was waited for too long. */
const LOST_RACES = [1213, 1205];

/** How often a transaction is tried. */
const TRIES = 10;

/** A lock could not be had: nothing of the transaction happened. */
final class LostRace extends \Exception {
}

/** @throws Problem where WordPress was given another kind of database */
function connection(): \mysqli {
	global $wpdb;
	if ( !$wpdb->dbh instanceof \mysqli ) {
		throw new Problem( 'backend-fault', [], 'The database has to be MariaDB or MySQL, reached through mysqli.' );
	}
	return $wpdb->dbh;
}

/** The full name of one of the tables in `tables.php`. */
function table( string $name ): string {
	global $wpdb;
	return $wpdb->prefix . 'parvis_' . $name;
}

/**
 * Runs one statement.
 * @param string $statement with `{name}` for tables and `?` for values, in their order
 * @return \mysqli_result|bool
 */
function execute( string $statement, array $values = [] ) {
	$connection = connection();
	$with_tables = preg_replace_callback( '/\{(\w+)\}/', static function ( $match ) {
		return '`' . table( $match[1] ) . '`';
	}, $statement );
	$parts = explode( '?', $with_tables );
	$sql = array_shift( $parts );
	foreach ( $parts as $i => $part ) {
		$value = $values[$i];
		$sql .= ( $value === null ? 'NULL' : ( is_int( $value ) ? $value : "'" . $connection->real_escape_string( (string) $value ) . "'" ) ) . $part;
	}
	$result = $connection->query( $sql );
	if ( $result === false ) {
		if ( in_array( $connection->errno, LOST_RACES, true ) ) {
			throw new LostRace( $connection->error );
		}
		throw new Problem( 'backend-fault', [], 'The database refused a statement.', null, new \RuntimeException( $connection->error ) );
	}
	return $result;
}

/** Writes. @return int how many rows it changed */
function change( string $statement, array $values = [] ): int {
	execute( $statement, $values );
	return connection()->affected_rows;
}

/** Reads. @return array<int, array<string, string|null>> */
function rows( string $statement, array $values = [] ): array {
	return execute( $statement, $values )->fetch_all( MYSQLI_ASSOC );
}

/** @return array<string, string|null>|null the first row */
function row( string $statement, array $values = [] ): ?array {
	return rows( $statement, $values )[0] ?? null;
}

/**
 * Makes `$act` happen as a whole, or not at all, and returns after it is on the disk. A race that was lost is run again, so `$act` changes nothing but the
 * database.
 * @return mixed what `$act` returns
 */
function transaction( callable $act ) {
	for ( $try = 1;; $try += 1 ) {
		try {
			execute( 'START TRANSACTION' );
			$answer = $act();
			execute( 'COMMIT' );
			return $answer;
		} catch ( \Throwable $error ) {
			// Where the connection is gone, the transaction is gone with it.
			connection()->query( 'ROLLBACK' );
			if ( !$error instanceof LostRace ) {
				throw $error;
			}
			if ( $try === TRIES ) {
				throw new Problem( 'backend-fault', [], 'Too many calls at the same time.', 1, $error );
			}
			usleep( random_int( 1000, 5000 * $try ) );
		}
	}
}
