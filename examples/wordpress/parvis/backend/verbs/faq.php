<?php
/** The group `faq`: the organiser's questions, then those of residents that were answered. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function faq_list( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	$lang = closest_language( $c['languages'], $locale );
	$words = words_of( $input['q'] ?? '' );
	$wanted = array_filter( public_questions( $c, $lang ), static function ( $question ) use ( $input, $words ) {
		return ( !isset( $input['category'] ) || ( $question['category'] ?? null ) === $input['category'] )
			&& finds( $words, "{$question['question']} {$question['answer']}" );
	} );
	$page = slice_of( 'faq', array_values( $wanted ), $input['cursor'] ?? null, $input['limit'] ?? 100 );
	$ratings = ratings( $c['id'], 'faq' );
	$page['items'] = array_map( static function ( $question ) use ( $ratings ) {
		return $question + ['useful' => $ratings[$question['id']] ?? ['yes' => 0, 'no' => 0]];
	}, $page['items'] );
	return $page + ['categories' => all_in_words( $c['faq']['categories'] ?? [], ['label'], $lang ), 'lang' => $lang, 'asking' => may_ask( $c )];
}

function public_questions( array $c, string $lang ): array {
	$answered = array_map( static function ( $question ) {
		return array_intersect_key( $question, ['id' => 1, 'question' => 1, 'answer' => 1, 'updatedAt' => 1] );
	}, questions_with( $c['id'], 'published' ) );
	return array_merge( all_in_words( $c['faq']['questions'] ?? [], ['question', 'answer'], $lang ), $answered );
}

function may_ask( array $c ): bool {
	return ( $c['faq']['asking'] ?? false ) && status_at( $c ) === 'open';
}

function faq_ask( array $input ): array {
	$c = consultation( $input['consultation'] );
	$receipt = ['id' => random_key(), 'status' => 'pending', 'trackingCode' => random_code(), 'receivedAt' => instant( now() )];
	return transaction( static function () use ( $c, $input, $receipt ) {
		return once( $c['id'], '', $input, $receipt, static function () use ( $c, $input, $receipt ) {
			if ( !may_ask( $c ) ) {
				throw new Problem( 'closed' );
			}
			$issues = array_merge( validate_question( $input['question'] ), validate_contact( $input['contact'] ?? null ) );
			if ( $issues !== [] ) {
				throw new Problem( 'invalid', $issues );
			}
			insert_question( $c['id'], $receipt, ['question' => trim_text( $input['question'] ), 'lang' => $input['lang'] ?? $c['languages'][0]] );
			keep_tracking( $c['id'], 'question', $receipt, $input['contact'] ?? null );
		} );
	} );
}

function faq_rate( array $input ): array {
	$c = consultation( $input['consultation'] );
	if ( !in_array( $input['id'], array_column( public_questions( $c, $c['languages'][0] ), 'id' ), true ) ) {
		throw new Problem( 'not-found' );
	}
	$newest = react( 'faq', $input, $input['useful'] );
	return ['useful' => $newest['is_on'], 'sequence' => $newest['sequence']];
}
