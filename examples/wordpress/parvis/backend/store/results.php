<?php
/** Results that were shown, and those that are shown next. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** As they were kept last. */
function shown_results( string $consultation, string $ballot ): ?array {
	$row = row( 'SELECT results FROM {shown_results} WHERE consultation = ? AND ballot = ?', [$consultation, $ballot] );
	return json_decode( $row['results'] ?? '', true );
}

/** Inside a transaction: whoever asks for the results of the same ballot at the same time waits. */
function lock_shown_results( string $consultation, string $ballot ): ?array {
	change( 'INSERT IGNORE INTO {shown_results} (consultation, ballot, results) VALUES (?, ?, ?)', [$consultation, $ballot, ''] );
	$row = row( 'SELECT results FROM {shown_results} WHERE consultation = ? AND ballot = ? FOR UPDATE', [$consultation, $ballot] );
	return $row['results'] === '' ? null : json_decode( $row['results'], true );
}

function keep_shown_results( string $consultation, string $ballot, array $results ): void {
	change( 'UPDATE {shown_results} SET results = ? WHERE consultation = ? AND ballot = ?', [json_encode( $results ), $consultation, $ballot] );
}

/**
 * What is shown next lies in a table that is only in memory: it is closer to the votes that are kept than what everybody saw, so it must be on no disk. Such
 * tables know no long texts, hence the pieces. It is gone when the database starts again, and is counted anew.
 */
function next_results( string $consultation, string $ballot ): ?array {
	$parts = rows( 'SELECT content FROM {next_results} WHERE consultation = ? AND ballot = ? ORDER BY part', [$consultation, $ballot] );
	return json_decode( implode( '', array_column( $parts, 'content' ) ), true );
}

/** @param array|null $results null: none */
function keep_next_results( string $consultation, string $ballot, ?array $results ): void {
	change( 'DELETE FROM {next_results} WHERE consultation = ? AND ballot = ?', [$consultation, $ballot] );
	foreach ( $results === null ? [] : str_split( (string) json_encode( $results ), 4000 ) as $part => $content ) {
		change( 'INSERT INTO {next_results} (consultation, ballot, part, content) VALUES (?, ?, ?, ?)', [$consultation, $ballot, $part, $content] );
	}
}
