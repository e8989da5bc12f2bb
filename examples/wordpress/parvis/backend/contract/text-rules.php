<?php
/** The validators of proposals, questions and addresses, as `packages/contract/src/text-rules.ts` has them. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** White space at the ends as JavaScript's `trim` takes it away. */
function trim_text( string $text ): string {
	return (string) preg_replace( '/^[\s\p{Z}\x{FEFF}]+|[\s\p{Z}\x{FEFF}]+$/u', '', $text );
}

/** Characters as people count them (UAX 29): an emoji with a skin tone is one. Without PHP's `intl`, several emoji in a row may count as one. */
function length_of( string $text ): int {
	if ( function_exists( 'grapheme_strlen' ) ) {
		return (int) grapheme_strlen( $text );
	}
	return (int) preg_match_all( '/\X/u', $text );
}

function wrong_length( string $pointer, string $text, int $least, int $most ): array {
	$actual = length_of( trim_text( $text ) );
	if ( $actual === 0 ) {
		return $least > 0 ? [issue( $pointer, 'missing' )] : [];
	}
	if ( $actual < $least ) {
		return [issue( $pointer, 'too-short', $least, $actual )];
	}
	return $actual > $most ? [issue( $pointer, 'too-long', $most, $actual )] : [];
}

function not_offered( string $pointer, ?string $id, array $list ): array {
	return $id === null || in_array( $id, array_column( $list, 'id' ), true ) ? [] : [issue( $pointer, 'not-offered' )];
}

/** An address is never kept without consent, and consent without an address means nothing. */
function validate_contact( ?array $contact ): array {
	if ( $contact === null ) {
		return [];
	}
	$email = trim_text( $contact['email'] );
	if ( utf16_length( $email ) > 254 || preg_match( '/^[^\s@]+@[^\s@]+\.[^\s@]+$/uD', $email ) !== 1 ) {
		return [issue( '/contact/email', 'malformed' )];
	}
	return $contact['consent'] ? [] : [issue( '/contact/consent', 'consent-required' )];
}

function validate_question( string $question ): array {
	return wrong_length( '/question', $question, 10, 2000 );
}

function validate_proposal( array $form, array $draft ): array {
	return array_merge(
		wrong_length( '/title', $draft['title'], 1, $form['titleMax'] ),
		wrong_length( '/text', $draft['text'], max( $form['textMin'], 1 ), $form['textMax'] ),
		not_offered( '/category', $draft['category'] ?? null, $form['categories'] ),
		isset( $draft['place'] ) ? wrong_length( '/place', $draft['place'], 0, 200 ) : [],
		validate_contact( $draft['contact'] ?? null ),
		not_offered( '/profile', $draft['profile'] ?? null, $form['profile']['options'] ?? [] )
	);
}

/** @throws Problem `consent-required` when nothing else is wrong, else `invalid` */
function refuse_issues( array $issues ): void {
	if ( $issues === [] ) {
		return;
	}
	$codes = array_unique( array_column( $issues, 'code' ) );
	throw new Problem( $codes === ['consent-required'] ? 'consent-required' : 'invalid', $issues );
}

/** Text as it is searched: lower case, without accents. Signs beyond the first plane are left out, for databases that cannot hold them. */
function fold( string $text ): string {
	$plain = class_exists( 'Normalizer' )
		? (string) preg_replace( '/\p{M}/u', '', (string) \Normalizer::normalize( $text, \Normalizer::FORM_D ) )
		: remove_accents( $text );
	$lower = function_exists( 'mb_strtolower' ) ? mb_strtolower( $plain, 'UTF-8' ) : strtolower( $plain );
	return (string) preg_replace( '/[\x{10000}-\x{10FFFF}]/u', '', $lower );
}

/** The folded words of a search. Empty: everything is looked for. */
function words_of( string $search ): array {
	return preg_split( '/\s+/u', fold( $search ), -1, PREG_SPLIT_NO_EMPTY ) ?: [];
}

function finds( array $words, string $text ): bool {
	$folded = $words === [] ? '' : fold( $text );
	foreach ( $words as $word ) {
		if ( strpos( $folded, $word ) === false ) {
			return false;
		}
	}
	return true;
}
