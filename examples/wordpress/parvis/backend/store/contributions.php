<?php
/** What a proposal and a question have in common: a tracking code, perhaps an address. And the questions themselves. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Inside a transaction. @param string $kind `proposal` or `question` */
function keep_tracking( string $consultation, string $kind, array $receipt, ?array $contact ): void {
	change(
		'INSERT INTO {tracking} (consultation, code, kind, item_id, received_at) VALUES (?, ?, ?, ?, ?)',
		[$consultation, hash_of_code( $receipt['trackingCode'] ), $kind, $receipt['id'], $receipt['receivedAt']]
	);
	if ( $contact !== null ) {
		change(
			'INSERT INTO {contacts} (consultation, kind, item_id, email, consent_at) VALUES (?, ?, ?, ?, ?)',
			[$consultation, $kind, $receipt['id'], trim_text( $contact['email'] ), $receipt['receivedAt']]
		);
	}
}

/** @return array{kind: string, item_id: string, received_at: string} @throws Problem `not-found` */
function find_tracked( string $consultation, string $code ): array {
	return found( row( 'SELECT kind, item_id, received_at FROM {tracking} WHERE consultation = ? AND code = ?', [$consultation, hash_of_code( $code )] ) );
}

/** Inside a transaction. Only counted: nothing says who gave which answer. */
function count_profile( string $consultation, string $option ): void {
	change( 'INSERT INTO {profiles} (consultation, option_id, amount) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE amount = amount + 1', [$consultation, $option] );
}

/** Inside a transaction. */
function insert_question( string $consultation, array $receipt, array $content ): void {
	change(
		'INSERT INTO {questions} (consultation, question_id, status, received_at, content) VALUES (?, ?, ?, ?, ?)',
		[$consultation, $receipt['id'], 'pending', $receipt['receivedAt'], json_encode( $content )]
	);
}

/** @return array|null `question`, `lang`, `answer`?, `updatedAt`?, with `status` and `received_at` */
function find_question( string $consultation, string $id ): ?array {
	$row = row( 'SELECT * FROM {questions} WHERE consultation = ? AND question_id = ?', [$consultation, $id] );
	return $row === null ? null : question_of( $row );
}

function question_of( array $row ): array {
	return ['id' => $row['question_id'], 'status' => $row['status'], 'received_at' => $row['received_at']] + json_decode( $row['content'], true );
}

/** Residents' questions with a status, in the order they came. @param string $status `pending`, `published` or `refused` */
function questions_with( string $consultation, string $status ): array {
	return array_map(
		__NAMESPACE__ . '\question_of',
		rows( 'SELECT * FROM {questions} WHERE consultation = ? AND status = ? ORDER BY received_at, question_id', [$consultation, $status] )
	);
}

function update_question( string $consultation, string $id, string $status, array $content ): void {
	change( 'UPDATE {questions} SET status = ?, content = ? WHERE consultation = ? AND question_id = ?', [$status, json_encode( $content ), $consultation, $id] );
}

/** @return string|null the address that came with it */
function contact_of( string $consultation, string $kind, string $id ): ?string {
	return row( 'SELECT email FROM {contacts} WHERE consultation = ? AND kind = ? AND item_id = ?', [$consultation, $kind, $id] )['email'] ?? null;
}

/** Every address like this one, in whatever letters it was typed. @return array<int, array{consultation: string, kind: string, item_id: string, email: string, consent_at: string}> */
function contacts_at( string $email ): array {
	return rows( 'SELECT * FROM {contacts} WHERE LOWER(CONVERT(email USING utf8mb4)) = LOWER(?)', [trim_text( $email )] );
}

/** @param array $contact one of `contacts_at()` */
function forget_contact( array $contact ): void {
	change( 'DELETE FROM {contacts} WHERE consultation = ? AND kind = ? AND item_id = ?', [$contact['consultation'], $contact['kind'], $contact['item_id']] );
}
