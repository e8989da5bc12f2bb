<?php
/** JSON whose bytes depend on nothing but its content, and what is hashed with it. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** As `JSON.stringify` of JavaScript writes texts and numbers. */
function json_text( $value ): string {
	return (string) json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS | JSON_PRESERVE_ZERO_FRACTION );
}

/** Sorted keys, no absent fields. Lists and objects are told apart by their keys, so an empty one is a list. */
function canonical_json( $value ): string {
	if ( !is_array( $value ) ) {
		return json_text( $value );
	}
	if ( $value === [] || array_keys( $value ) === range( 0, count( $value ) - 1 ) ) {
		return '[' . implode( ',', array_map( __NAMESPACE__ . '\canonical_json', $value ) ) . ']';
	}
	ksort( $value, SORT_STRING );
	$fields = [];
	foreach ( $value as $name => $part ) {
		$fields[] = json_text( (string) $name ) . ':' . canonical_json( $part );
	}
	return '{' . implode( ',', $fields ) . '}';
}

/** What a voter agrees to: every rule and every option in all languages, without the words around them. SHA-256 as 64 hexadecimal digits. */
function rules_hash( array $ballot ): string {
	$around = ['title', 'text', 'offline', 'opensAt', 'closesAt', 'order', 'results', 'electorate', 'paper'];
	return hash( 'sha256', canonical_json( array_diff_key( $ballot, array_flip( $around ) ) ) );
}
