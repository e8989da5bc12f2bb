<?php
/** The ballot box: marks, votes and receipts lie apart, and nothing joins two of them. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Inside its transaction. @throws Problem `already-voted` */
function keep_mark( string $consultation, string $ballot, string $mark ): void {
	$hash = salted_hash( $consultation, ballot_purpose( $ballot ), $mark );
	if ( change( 'INSERT IGNORE INTO {marks} (consultation, ballot, mark) VALUES (?, ?, ?)', [$consultation, $ballot, $hash] ) === 0 ) {
		throw new Problem( 'already-voted' );
	}
}

/** The id is drawn here: nothing about the voter or the moment goes into it. */
function keep_vote( string $consultation, string $ballot, array $choice, string $channel ): void {
	change(
		'INSERT INTO {votes} (consultation, ballot, vote_id, choice, channel) VALUES (?, ?, ?, ?, ?)',
		[$consultation, $ballot, random_id(), json_encode( choice_for_json( $choice ) ), $channel]
	);
}

function keep_receipt( string $consultation, string $ballot, array $receipt ): void {
	change(
		'INSERT INTO {receipts} (consultation, ballot, receipt, channel, day) VALUES (?, ?, ?, ?, ?)',
		[$consultation, $ballot, hash_of_code( $receipt['receipt'] ), $receipt['channel'], $receipt['day']]
	);
}

/** @throws Problem `not-found` */
function find_receipt( string $consultation, string $ballot, string $receipt ): array {
	$row = found( row(
		'SELECT channel, day FROM {receipts} WHERE consultation = ? AND ballot = ? AND receipt = ?',
		[$consultation, $ballot, hash_of_code( $receipt )]
	) );
	return ['receipt' => group_code( $receipt ), 'consultation' => $consultation, 'ballot' => $ballot] + $row;
}

function has_votes( string $consultation, string $ballot ): bool {
	return row( 'SELECT 1 FROM {votes} WHERE consultation = ? AND ballot = ? LIMIT 1', [$consultation, $ballot] ) !== null;
}

function count_votes( string $consultation, string $ballot ): int {
	return (int) row( 'SELECT COUNT(*) AS votes FROM {votes} WHERE consultation = ? AND ballot = ?', [$consultation, $ballot] )['votes'];
}

/** @return array<string, int> every channel, also such as nobody used */
function voters_by_channel( string $consultation, string $ballot ): array {
	$voters = array_fill_keys( CHANNELS, 0 );
	foreach ( rows( 'SELECT channel, COUNT(*) AS voters FROM {votes} WHERE consultation = ? AND ballot = ? GROUP BY channel', [$consultation, $ballot] ) as $row ) {
		$voters[$row['channel']] = (int) $row['voters'];
	}
	return $voters;
}

/** In the order of their random ids. @return array<int, array{vote_id: string, choice: array, channel: string}> */
function votes_after( string $consultation, string $ballot, string $after, int $limit ): array {
	return array_map( static function ( $vote ) {
		return ['choice' => json_decode( $vote['choice'], true )] + $vote;
	}, rows(
		'SELECT vote_id, choice, channel FROM {votes} WHERE consultation = ? AND ballot = ? AND vote_id > ? ORDER BY vote_id LIMIT ?',
		[$consultation, $ballot, $after, $limit]
	) );
}

/** All of them, read in pieces. */
function each_vote( string $consultation, string $ballot ): \Generator {
	$after = '';
	do {
		$votes = votes_after( $consultation, $ballot, $after, 5000 );
		foreach ( $votes as $vote ) {
			yield $vote;
			$after = $vote['vote_id'];
		}
	} while ( count( $votes ) === 5000 );
}

/**
 * Once a ballot has closed: its votes get new ids, all in one transaction, so that neither the place of a row in the file nor InnoDB's note of the transaction
 * that wrote it tells an order any more; what was kept for retries goes, so that from now on a retry is told `closed`. Happens before anybody is given the list of votes.
 */
function settle( string $consultation, string $ballot ): void {
	$place = [$consultation, $ballot];
	if ( ( row( 'SELECT is_settled FROM {shown_results} WHERE consultation = ? AND ballot = ?', $place )['is_settled'] ?? '0' ) === '1' ) {
		return;
	}
	$is_first = transaction( static function () use ( $consultation, $ballot ) {
		change( 'INSERT IGNORE INTO {shown_results} (consultation, ballot, results) VALUES (?, ?, ?)', [$consultation, $ballot, ''] );
		$row = row( 'SELECT is_settled FROM {shown_results} WHERE consultation = ? AND ballot = ? FOR UPDATE', [$consultation, $ballot] );
		if ( $row['is_settled'] === '1' ) {
			return false;
		}
		change(
			'UPDATE {votes} SET vote_id = LEFT(SHA2(CONCAT(?, vote_id), 256), 32) WHERE consultation = ? AND ballot = ?',
			[bin2hex( random_bytes( 32 ) ), $consultation, $ballot]
		);
		change( 'DELETE FROM {replays} WHERE consultation = ? AND scope = ?', [$consultation, ballot_purpose( $ballot )] );
		change( 'UPDATE {shown_results} SET is_settled = 1 WHERE consultation = ? AND ballot = ?', [$consultation, $ballot] );
		return true;
	} );
	if ( $is_first ) {
		wp_schedule_single_event( time(), 'parvis_rewrite_votes' );
	}
}

/**
 * Writes the files of the box anew, in the order of the random keys. In the old ones, pages hold rows in the order they came, and each row carries InnoDB's
 * number of the transaction that wrote it: a mark and its vote have the same. MariaDB puts zero there when it rebuilds a table.
 */
function rewrite_votes(): void {
	foreach ( ['votes', 'marks', 'receipts', 'replays'] as $table ) {
		execute( 'OPTIMIZE TABLE {' . $table . '}' );
	}
}
