<?php
/** The group `feedback`: "you said, we did", and what became of one contribution. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function feedback_list( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	$lang = closest_language( $c['languages'], $locale );
	$words = words_of( $input['q'] ?? '' );
	$all = array_map( static function ( $entry ) use ( $lang ) {
		return contribution_for( $entry, $lang );
	}, $c['feedback'] );
	$wanted = array_filter( $all, static function ( $entry ) use ( $input, $words ) {
		return ( !isset( $input['progress'] ) || $entry['progress'] === $input['progress'] )
			&& finds( $words, implode( ' ', array_intersect_key( $entry, ['title' => 1, 'said' => 1, 'did' => 1, 'place' => 1] ) ) );
	} );
	return slice_of( 'feedback', array_values( $wanted ), $input['cursor'] ?? null, $input['limit'] ?? 20 ) + ['lang' => $lang];
}

function feedback_timeline( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	$lang = closest_language( $c['languages'], $locale );
	if ( isset( $input['trackingCode'] ) ) {
		$tracked = find_tracked( $c['id'], $input['trackingCode'] );
		$decided = timeline_of_file( $c, $tracked['item_id'], $lang );
		if ( $decided !== null ) {
			return $decided;
		}
		return $tracked['kind'] === 'question'
			? timeline_of_question( found( find_question( $c['id'], $tracked['item_id'] ) ), $lang )
			: timeline_of_proposal( found( find_proposal( $c['id'], $tracked['item_id'] ) ), $tracked['received_at'], $lang );
	}
	$decided = timeline_of_file( $c, $input['id'], $lang );
	if ( $decided !== null ) {
		return $decided;
	}
	$proposal = public_proposal( $c['id'], $input['id'] );
	return timeline_of_proposal( found( find_proposal( $c['id'], $input['id'] ) ), $proposal['publishedAt'] ?? $c['opensAt'] ?? instant( now() ), $lang );
}

/** What the town has written about it. */
function timeline_of_file( array $c, string $id, string $lang ): ?array {
	foreach ( $c['feedback'] as $entry ) {
		if ( $entry['id'] === $id ) {
			return contribution_for( $entry, $lang ) + ['lang' => $lang, 'steps' => array_map( static function ( $step ) use ( $lang ) {
				return step_for( $step, $lang );
			}, $entry['steps'] ), 'following' => false];
		}
	}
	return null;
}

function timeline_of_proposal( array $row, string $received_at, string $lang ): array {
	$proposal = proposal_of( $row );
	$status = $proposal['status'];
	return present( [
		'id' => $proposal['id'], 'title' => $proposal['title'], 'kind' => 'proposal', 'said' => $proposal['text'] ?: null, 'place' => $proposal['place'] ?? null,
		'progress' => automatic_progress( 'proposal', $status ), 'lang' => $lang,
		'steps' => automatic_steps( 'proposal', $status, substr( $received_at, 0, 10 ), $lang ), 'following' => false,
	] );
}

function timeline_of_question( array $question, string $lang ): array {
	$day = substr( $question['received_at'], 0, 10 );
	$is_refused = $question['status'] === 'refused';
	$status = $is_refused ? 'pending' : $question['status'];
	$steps = automatic_steps( 'question', $status, $day, $lang );
	if ( $is_refused ) {
		$words = ['fr' => 'Question non publiée', 'en' => 'Question not published', 'ar' => 'لم يتم نشر السؤال'];
		$steps = [$steps[0], ['id' => 'not-retained', 'title' => $words[closest_language( array_keys( $words ), $lang )], 'state' => 'done']];
	}
	return present( [
		'id' => $question['id'], 'title' => $question['question'], 'kind' => 'question', 'did' => $is_refused ? null : $question['answer'] ?? null,
		'progress' => $is_refused ? 'not-retained' : automatic_progress( 'question', $status ), 'lang' => $lang, 'steps' => $steps, 'following' => false,
	] );
}

/** @throws Problem `not-found` */
function must_be_public( array $c, string $id ): void {
	if ( !in_array( $id, array_column( $c['feedback'], 'id' ), true ) ) {
		public_proposal( $c['id'], $id );
	}
}

/** WordPress sends no news here, so it takes no address for them; every timeline says so. @throws Problem `unsupported` */
function feedback_follow(): array {
	throw new Problem( 'unsupported' );
}

function feedback_rate( array $input ): array {
	$c = consultation( $input['consultation'] );
	must_be_public( $c, $input['id'] );
	$newest = react( 'feedback', $input, $input['useful'] );
	return ['useful' => $newest['is_on'], 'sequence' => $newest['sequence']];
}
