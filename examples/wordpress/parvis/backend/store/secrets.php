<?php
/** What is kept instead of what must not be kept. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Inside the transaction that opens the consultation. A salt that exists stays. */
function create_salts( string $consultation, array $purposes ): void {
	foreach ( $purposes as $purpose ) {
		change( 'INSERT IGNORE INTO {salts} (consultation, purpose, salt) VALUES (?, ?, ?)', [$consultation, $purpose, bin2hex( random_bytes( 32 ) )] );
	}
}

/** SHA-256 with a salt of its own for each ballot, so that the rows of two ballots cannot be joined. */
function salted_hash( string $consultation, string $purpose, string $secret ): string {
	$row = row( 'SELECT salt FROM {salts} WHERE consultation = ? AND purpose = ?', [$consultation, $purpose] );
	return hash( 'sha256', found( $row )['salt'] . $secret );
}

function ballot_purpose( string $ballot ): string {
	return "ballot:$ballot";
}

/**
 * Lets a write happen once, inside its transaction: the same key with the same content gets the stored answer; with other content it is `invalid`. Calls at
 * the same time wait for each other at the row of their key. The key itself is not kept: the row is found by its SHA-256, the content is an HMAC under the
 * key, the answer is sealed with it.
 * @param string $scope the ballot whose closing empties it, or nothing
 * @param callable $write may throw: the transaction then leaves no trace of the key
 */
function once( string $consultation, string $scope, array $input, array $answer, callable $write ): array {
	$key = $input['key'];
	unset( $input['key'] );
	$id = hash( 'sha256', $key );
	$content = hash_hmac( 'sha256', canonical_json( $input ), "content $key" );
	$is_new = change(
		'INSERT IGNORE INTO {replays} (consultation, replay_id, scope, content, answer, day) VALUES (?, ?, ?, ?, ?, ?)',
		[$consultation, $id, $scope, $content, base64_encode( seal( $key, json_text( $answer ) ) ), today()]
	);
	if ( $is_new === 0 ) {
		$kept = row( 'SELECT content, answer FROM {replays} WHERE consultation = ? AND replay_id = ? LOCK IN SHARE MODE', [$consultation, $id] );
		if ( $kept === null ) {
			throw new LostRace( 'The call that held this key was undone.' );
		}
		if ( !hash_equals( $kept['content'], $content ) ) {
			throw new Problem( 'invalid', [issue( '/key', 'reused' )] );
		}
		return json_decode( seal( $key, base64_decode( $kept['answer'] ) ), true );
	}
	$write();
	return $answer;
}

/** A key seals one answer only, so a stream of HMACs is a one-time pad. The same call opens it. */
function seal( string $key, string $bytes ): string {
	$pad = '';
	for ( $block = 0; strlen( $pad ) < strlen( $bytes ); $block += 1 ) {
		$pad .= hash_hmac( 'sha256', "answer $block", $key, true );
	}
	return $bytes ^ substr( $pad, 0, strlen( $bytes ) );
}
