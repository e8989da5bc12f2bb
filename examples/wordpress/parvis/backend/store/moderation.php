<?php
/** What a moderator does with what residents sent in. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** In the order they came. */
function proposals_waiting( string $consultation ): array {
	return rows( "SELECT * FROM {proposals} WHERE consultation = ? AND status = 'pending' ORDER BY sort_at, proposal_id", [$consultation] );
}

/** Those of residents that a moderator has decided on, or that were published at once. Newest first. */
function proposals_read( string $consultation, int $start, int $limit ): array {
	return rows( "SELECT * FROM {proposals} WHERE consultation = ? AND source = 'resident' AND status <> 'pending' ORDER BY sort_at DESC, proposal_id DESC LIMIT ? OFFSET ?", [$consultation, $limit, $start] );
}

/**
 * Publishes a proposal, dated now, or decides that it is not published, or no longer.
 * @param string $from the status that the moderator saw @throws Problem `not-found` where it has another one by now
 */
function moderate_proposal( string $consultation, string $id, string $from, bool $publish ): void {
	transaction( static function () use ( $consultation, $id, $from, $publish ) {
		$row = found( row( "SELECT content FROM {proposals} WHERE consultation = ? AND proposal_id = ? AND source = 'resident' AND status = ? FOR UPDATE", [$consultation, $id, $from] ) );
		$content = json_decode( $row['content'], true );
		if ( $publish ) {
			$content['publishedAt'] = instant( now() );
		}
		update_proposal( $consultation, $id, proposal_columns( $content, $publish ? 'published' : 'not-retained', $publish, instant( now() ) ) );
	} );
}

/**
 * Publishes a question with its answer, or with another one, or decides that it is not published, or no longer.
 * @param string $from the status that the moderator saw @param string|null $answer null: not published; what was answered before stays with it
 * @throws Problem `not-found` where it has another status by now
 */
function answer_question( string $consultation, string $id, string $from, ?string $answer ): void {
	transaction( static function () use ( $consultation, $id, $from, $answer ) {
		$row = found( row( 'SELECT content FROM {questions} WHERE consultation = ? AND question_id = ? AND status = ? FOR UPDATE', [$consultation, $id, $from] ) );
		$content = json_decode( $row['content'], true );
		if ( $answer !== null ) {
			$content = ['answer' => $answer, 'updatedAt' => instant( now() )] + $content;
		}
		update_question( $consultation, $id, $answer === null ? 'refused' : 'published', $content );
	} );
}
