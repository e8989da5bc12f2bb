<?php
/** What to mend in a consultation file: where, what is wrong, and what to write. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** @param mixed $file what was read, with objects as `stdClass` */
function sentence_for( array $issue, $file ): string {
	$place = $issue['pointer'] === '' ? '' : $issue['pointer'] . ' — ';
	return $place . what_to_mend( $issue, name_in( $issue['pointer'] ), $file );
}

/** The last name of a place; a number stands for what the list is called. */
function name_in( string $pointer ): string {
	$steps = array_filter( explode( '/', $pointer ), static function ( $step ) {
		return $step !== '' && !ctype_digit( $step );
	} );
	return str_replace( ['~1', '~0'], ['/', '~'], (string) end( $steps ) );
}

function what_to_mend( array $issue, string $name, $file ): string {
	$expected = expected_at( $issue['pointer'] );
	$limit = $issue['limit'] ?? 0;
	/* translators: 1: name of a field, 2: what belongs there */
	$shape = __( '“%1$s” has not the right form. Write %2$s.', 'parvis' );
	$sentences = [
		/* translators: 1: name of a field, 2: what belongs there */
		'missing' => __( '“%1$s” is missing. Write %2$s.', 'parvis' ),
		/* translators: 1: name of a field */
		'unknown-field' => __( 'Parvis does not know “%1$s”. Look for a slip in the name, or take it away.', 'parvis' ),
		'wrong-type' => $shape,
		'malformed' => $shape,
		/* translators: 1: name of a field, 2: what belongs there */
		'too-long' => __( '“%1$s” is too long or too large. Write %2$s.', 'parvis' ),
		/* translators: 1: name of a field, 2: what belongs there */
		'too-short' => __( '“%1$s” is too short or too small. Write %2$s.', 'parvis' ),
		/* translators: 1: name of a field */
		'repeated' => __( 'This “%1$s” is used further up already. Give another one.', 'parvis' ),
		'out-of-order' => $name === 'scores' ? __( '“from” has to be smaller than “to”.', 'parvis' ) : __( '“closesAt” comes before “opensAt”. Change places, or mend one of the dates.', 'parvis' ),
		/* translators: 1: name of a field, 3: number */
		'too-many' => __( '“%1$s” is too large here. Write %3$d at most.', 'parvis' ),
		/* translators: 4: list of names */
		'rule-does-not-fit' => __( 'This counting rule cannot count this kind of ballot. Write one of these: %4$s.', 'parvis' ),
		/* translators: 1: name of a field */
		'setting-without-effect' => __( '“%1$s” changes nothing in this count. Take it away.', 'parvis' ),
		'no-points' => __( '“utility”: “points” asks for a ballot with points, scores or ranks. Write “cost” or “cardinality”.', 'parvis' ),
		'rules-changed' => __( 'People have voted on this ballot: its rules and options no longer change. Put them back, or open another ballot with another “id”. Title, presentation and dates may change.', 'parvis' ),
		'ballot-with-votes-missing' => __( 'A ballot that has votes is no longer in the file. Put it back: votes are not thrown away.', 'parvis' ),
	];
	$sentence = $sentences[$issue['code']] ?? '%1$s — ' . $issue['code'];
	return sprintf( $sentence, $name === '' ? __( 'the file', 'parvis' ) : $name, $expected, $limit, rules_that_fit( $issue['pointer'], $file ) );
}

/** The counting rules for the ballot that a place is in. */
function rules_that_fit( string $pointer, $file ): string {
	$ballot = preg_match( '~^/ballots/(\d+)/~', $pointer, $match ) && is_array( $file->ballots ?? null ) ? $file->ballots[(int) $match[1]] ?? null : null;
	return implode( ', ', array_keys( array_filter( contract( 'rules' )['countingRules'], static function ( $rule ) use ( $ballot ) {
		return in_array( $ballot->method ?? '', $rule['fits'], true );
	} ) ) );
}

/** What belongs at a place of a consultation file, read off the schema. */
function expected_at( string $pointer ): string {
	$schema = contract( 'definition' );
	foreach ( array_slice( explode( '/', $pointer ), 1 ) as $step ) {
		$schema = step_into( $schema, str_replace( ['~1', '~0'], ['/', '~'], $step ) );
	}
	return $schema === null ? __( 'something else', 'parvis' ) : schema_in_words( $schema );
}

function step_into( ?array $schema, string $step ): ?array {
	foreach ( $schema['anyOf'] ?? [] as $branch ) {
		$found = step_into( $branch, $step );
		if ( $found !== null ) {
			return $found;
		}
	}
	return $schema['properties'][$step] ?? ( ctype_digit( $step ) ? $schema['items'] ?? null : null ) ?? ( is_array( $schema['additionalProperties'] ?? null ) ? $schema['additionalProperties'] : null );
}

function schema_in_words( array $schema ): string {
	if ( isset( $schema['enum'] ) ) {
		/* translators: %s: list of words */
		return sprintf( __( 'one of these words: %s', 'parvis' ), implode( ', ', $schema['enum'] ) );
	}
	if ( isset( $schema['pattern'] ) ) {
		return pattern_in_words( $schema['pattern'] );
	}
	if ( isset( $schema['anyOf'] ) ) {
		return __( 'a text, or an object with a text for each language (fr, en…)', 'parvis' );
	}
	$words = [
		'string' => __( 'a text in quotation marks', 'parvis' ),
		'integer' => __( 'a whole number', 'parvis' ) . range_in_words( $schema ),
		'boolean' => 'true / false',
		'array' => __( 'a list in square brackets', 'parvis' ),
		'object' => __( 'an object in curly brackets', 'parvis' ),
	];
	return $words[$schema['type']];
}

function range_in_words( array $schema ): string {
	$least = $schema['minimum'] ?? -INF;
	$most = $schema['maximum'] ?? INF;
	$limits = array_filter( [abs( $least ) < 1e15 ? "≥ $least" : '', abs( $most ) < 1e15 ? "≤ $most" : ''] );
	return $limits === [] ? '' : ' (' . implode( ', ', $limits ) . ')';
}

function pattern_in_words( string $pattern ): string {
	$examples = [
		'2026-03-01T09:00:00+01:00' => __( 'a date with time and zone, such as "2026-03-01T09:00:00+01:00"', 'parvis' ),
		'2027-03-15' => __( 'a date such as "2027", "2027-03" or "2027-03-15"', 'parvis' ),
		'EUR' => __( 'a currency such as "EUR"', 'parvis' ),
		'fr' => __( 'a language such as "fr", or a name of plain letters, digits, dots and dashes', 'parvis' ),
		'https://' => __( 'an address that begins with https, a slash, mailto or tel', 'parvis' ),
	];
	foreach ( $examples as $example => $words ) {
		if ( preg_match( "\x01$pattern\x01D", $example ) ) {
			return $words;
		}
	}
	return __( 'something else', 'parvis' );
}
