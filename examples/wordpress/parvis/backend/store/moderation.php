<?php
/** What a moderator does with what residents sent in. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** In the order they came. */
function proposals_waiting( string $consultation ): array {
	return rows( "SELECT * FROM {proposals} WHERE consultation = ? AND status = 'pending' ORDER BY sort_at, proposal_id", [$consultation] );
}

/** Publishes a proposal that waits, dated now, or decides that it is not published. @throws Problem `not-found` where it no longer waits */
function moderate_proposal( string $consultation, string $id, bool $publish ): void {
	transaction( static function () use ( $consultation, $id, $publish ) {
		$row = found( row( "SELECT content FROM {proposals} WHERE consultation = ? AND proposal_id = ? AND status = 'pending' FOR UPDATE", [$consultation, $id] ) );
		$content = json_decode( $row['content'], true );
		if ( $publish ) {
			$content['publishedAt'] = instant( now() );
		}
		update_proposal( $consultation, $id, proposal_columns( $content, $publish ? 'published' : 'not-retained', $publish, instant( now() ) ) );
	} );
}

/** Publishes a question that waits with its answer, or decides that it is not published. @param string|null $answer null: not published */
function answer_question( string $consultation, string $id, ?string $answer ): void {
	transaction( static function () use ( $consultation, $id, $answer ) {
		$row = found( row( "SELECT content FROM {questions} WHERE consultation = ? AND question_id = ? AND status = 'pending' FOR UPDATE", [$consultation, $id] ) );
		$content = json_decode( $row['content'], true );
		if ( $answer !== null ) {
			$content += ['answer' => $answer, 'updatedAt' => instant( now() )];
		}
		update_question( $consultation, $id, $answer === null ? 'refused' : 'published', $content );
	} );
}
