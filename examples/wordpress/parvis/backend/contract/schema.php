<?php
/** Holds what comes from outside against a schema of the contract, as `parse` of `packages/contract` does: same values, same pointers, same codes. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/**
 * @param mixed $value decoded with objects as `stdClass`, so that `{}` and `[]` differ
 * @param array $issues what is wrong is added here
 * @return mixed the value with objects as arrays, with defaults, without fields the schema does not know
 */
function check_schema( array $schema, $value, string $at, array &$issues ) {
	if ( isset( $schema['anyOf'] ) ) {
		return check_choice( $schema['anyOf'], $value, $at, $issues );
	}
	if ( isset( $schema['enum'] ) || array_key_exists( 'const', $schema ) ) {
		if ( !in_array( $value, $schema['enum'] ?? [$schema['const']], true ) ) {
			$issues[] = issue( $at, 'malformed' );
		}
		return $value;
	}
	switch ( $schema['type'] ) {
		case 'object':
			return isset( $schema['propertyNames'] ) ? check_record( $schema, $value, $at, $issues ) : check_object( $schema, $value, $at, $issues );
		case 'array':
			return check_list( $schema, $value, $at, $issues );
		case 'string':
			return check_string( $schema, $value, $at, $issues );
		case 'integer':
			return check_whole( $schema, $value, $at, $issues );
		default:
			if ( !is_bool( $value ) ) {
				$issues[] = issue( $at, 'wrong-type' );
			}
			return $value;
	}
}

function check_object( array $schema, $value, string $at, array &$issues ) {
	if ( !$value instanceof \stdClass ) {
		$issues[] = issue( $at, 'wrong-type' );
		return null;
	}
	$given = (array) $value;
	$fields = [];
	foreach ( $schema['properties'] ?? [] as $name => $field ) {
		if ( array_key_exists( $name, $given ) ) {
			$fields[$name] = check_schema( $field, $given[$name], $at . step_to( $name ), $issues );
		} elseif ( array_key_exists( 'default', $field ) ) {
			$fields[$name] = $field['default'];
		} elseif ( in_array( $name, $schema['required'] ?? [], true ) ) {
			$issues[] = issue( $at . step_to( $name ), 'missing' );
		}
	}
	if ( ( $schema['additionalProperties'] ?? true ) === false ) {
		foreach ( array_diff_key( $given, $schema['properties'] ?? [] ) as $name => $_ ) {
			$issues[] = issue( $at . step_to( $name ), 'unknown-field' );
		}
	}
	return $fields;
}

/** Any names that fit, with values that fit. */
function check_record( array $schema, $value, string $at, array &$issues ) {
	if ( !$value instanceof \stdClass ) {
		$issues[] = issue( $at, 'wrong-type' );
		return null;
	}
	$record = [];
	foreach ( (array) $value as $name => $part ) {
		$wrong = [];
		check_schema( $schema['propertyNames'], (string) $name, $at . step_to( $name ), $wrong );
		if ( $wrong !== [] ) {
			// Something with such a name is another thing: see `check_choice`.
			$issues[] = issue( $at . step_to( $name ), 'wrong-type' );
			continue;
		}
		$record[$name] = check_schema( $schema['additionalProperties'], $part, $at . step_to( $name ), $issues );
	}
	if ( count( $record ) < ( $schema['minProperties'] ?? 0 ) || count( $record ) > ( $schema['maxProperties'] ?? PHP_INT_MAX ) ) {
		$issues[] = issue( $at, 'malformed' );
	}
	return $record;
}

function check_list( array $schema, $value, string $at, array &$issues ) {
	if ( !is_array( $value ) ) {
		$issues[] = issue( $at, 'wrong-type' );
		return null;
	}
	$list = [];
	foreach ( $value as $index => $part ) {
		$list[] = check_schema( $schema['items'], $part, $at . step_to( $index ), $issues );
	}
	check_size( count( $list ), $schema['minItems'] ?? 0, $schema['maxItems'] ?? PHP_INT_MAX, $at, $issues );
	return $list;
}

function check_string( array $schema, $value, string $at, array &$issues ) {
	if ( !is_string( $value ) ) {
		$issues[] = issue( $at, 'wrong-type' );
		return null;
	}
	check_size( utf16_length( $value ), $schema['minLength'] ?? 0, $schema['maxLength'] ?? PHP_INT_MAX, $at, $issues );
	// `$` of PHP would also match before a line end; the delimiter is in none of the patterns.
	if ( isset( $schema['pattern'] ) && preg_match( "\x01" . $schema['pattern'] . "\x01D", $value ) !== 1 ) {
		$issues[] = issue( $at, 'malformed' );
	}
	return $value;
}

function check_whole( array $schema, $value, string $at, array &$issues ) {
	// `2.0` and `2e0` are whole numbers in JSON.
	$whole = is_float( $value ) && floor( $value ) === $value && abs( $value ) < 2 ** 53 ? (int) $value : $value;
	if ( !is_int( $whole ) ) {
		$issues[] = issue( $at, is_float( $value ) && floor( $value ) === $value ? ( $value > 0 ? 'too-long' : 'too-short' ) : 'wrong-type' );
		return null;
	}
	check_size( $whole, $schema['minimum'] ?? PHP_INT_MIN, $schema['maximum'] ?? PHP_INT_MAX, $at, $issues );
	return $whole;
}

/** The first branch that fits. Where none does, one whose types fit says more of what is wrong than the whole. */
function check_choice( array $branches, $value, string $at, array &$issues ) {
	$near = [];
	foreach ( $branches as $branch ) {
		$found = [];
		$checked = check_schema( $branch, $value, $at, $found );
		if ( $found === [] ) {
			return $checked;
		}
		$types_fit = array_filter( $found, static function ( $issue ) {
			return in_array( $issue['code'], ['missing', 'wrong-type', 'unknown-field'], true );
		} ) === [];
		if ( $types_fit && !isset( $branch['enum'] ) && !array_key_exists( 'const', $branch ) ) {
			$near[] = $found;
		}
	}
	$issues = array_merge( $issues, count( $near ) === 1 ? $near[0] : [issue( $at, 'malformed' )] );
	return null;
}

function check_size( int $actual, int $least, int $most, string $at, array &$issues ): void {
	if ( $actual < $least ) {
		$issues[] = issue( $at, 'too-short' );
	} elseif ( $actual > $most ) {
		$issues[] = issue( $at, 'too-long' );
	}
}

/** Length as JavaScript counts it: signs beyond the first plane (four bytes in UTF-8) are two. */
function utf16_length( string $text ): int {
	return (int) preg_match_all( '/[\x00-\x7F\xC0-\xFF]/', $text ) + (int) preg_match_all( '/[\xF0-\xFF]/', $text );
}
