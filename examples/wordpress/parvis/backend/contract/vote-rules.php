<?php
/**
 * The one validator of votes, as `packages/contract/src/vote-rules.ts` and `selection-rules.ts` have it. A test holds the two against each other with
 * thousands of ballots and votes.
 *
 * A choice is `['blank' => true]`, `['options' => [ids]]` or `['values' => [id => whole number]]`; PHP turns ids such as `12` into numbers when they are
 * keys, so keys are cast back.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** @return array issues, with pointers into the choice; empty: the vote may be cast */
function validate_vote( array $rules, array $choice ): array {
	if ( isset( $choice['blank'] ) ) {
		return $rules['blank'] ? [] : [issue( '', 'blank-not-allowed' )];
	}
	if ( isset( $choice['values'] ) !== in_array( $rules['method'], ['points', 'grades', 'score'], true ) ) {
		return [issue( '', 'wrong-shape' )];
	}
	$named = named_options( $choice, $rules['method'] );
	$issues = array_merge( unfit_options( $rules, $named, isset( $choice['values'] ) ), wrong_number( $rules, count( $named ) ), over_ceiling( $rules, $named ) );
	return isset( $choice['values'] ) ? array_merge( $issues, wrong_values( $rules, $choice['values'] ) ) : $issues;
}

/** The options a vote names. A blank vote names none; under `points`, zero points name nothing. */
function named_options( array $choice, string $method ): array {
	if ( isset( $choice['options'] ) ) {
		return $choice['options'];
	}
	$named = [];
	foreach ( $choice['values'] ?? [] as $id => $value ) {
		if ( $method !== 'points' || $value !== 0 ) {
			$named[] = (string) $id;
		}
	}
	return $named;
}

function unfit_options( array $rules, array $named, bool $by_values ): array {
	$known = array_column( $rules['options'], null, 'id' );
	$seen = [];
	$issues = [];
	foreach ( $named as $index => $id ) {
		if ( !isset( $known[$id] ) ) {
			$code = 'unknown-option';
		} elseif ( $known[$id]['withdrawn'] ?? false ) {
			$code = 'withdrawn-option';
		} else {
			$code = isset( $seen[$id] ) ? 'repeated-option' : null;
		}
		$seen[$id] = true;
		if ( $code !== null ) {
			$issues[] = issue( $by_values ? '/values' . step_to( $id ) : "/options/$index", $code );
		}
	}
	return $issues;
}

function picks_one( array $rules ): bool {
	return in_array( $rules['method'], ['single', 'yes-no'], true );
}

function wrong_number( array $rules, int $actual ): array {
	$least = picks_one( $rules ) ? 1 : max( $rules['min'], 1 );
	$most = picks_one( $rules ) ? 1 : ( $rules['max'] ?? count( $rules['options'] ) );
	if ( $actual < $least ) {
		return [issue( '', 'too-few', $least, $actual )];
	}
	return $actual > $most ? [issue( '', 'too-many', $most, $actual )] : [];
}

function over_ceiling( array $rules, array $named ): array {
	if ( $rules['method'] !== 'budget' || !isset( $rules['ceiling'] ) ) {
		return [];
	}
	$known = array_column( $rules['options'], null, 'id' );
	$cost = 0;
	foreach ( $named as $id ) {
		$cost += $known[$id]['cost'] ?? 0;
	}
	return $cost > $rules['ceiling'] ? [issue( '', 'over-ceiling', $rules['ceiling'], $cost )] : [];
}

function wrong_values( array $rules, array $values ): array {
	$points = $rules['method'] === 'points';
	if ( $points ) {
		[$from, $to] = [0, $rules['cap'] ?? $rules['purse'] ?? 2 ** 53 - 1];
	} elseif ( $rules['method'] === 'grades' ) {
		[$from, $to] = [0, count( $rules['grades'] ?? [null] ) - 1];
	} else {
		[$from, $to] = [$rules['scores']['from'] ?? 0, $rules['scores']['to'] ?? 0];
	}
	$issues = [];
	foreach ( $values as $id => $value ) {
		if ( $value < $from ) {
			$issues[] = issue( '/values' . step_to( $id ), 'out-of-range', $from, $value );
		} elseif ( $value > $to ) {
			$issues[] = issue( '/values' . step_to( $id ), $points ? 'over-cap' : 'out-of-range', $to, $value );
		}
	}
	$given = array_sum( $values );
	if ( $points && isset( $rules['purse'] ) && $given > $rules['purse'] ) {
		$issues[] = issue( '', 'over-purse', $rules['purse'], $given );
	}
	return $issues;
}

/** A valid vote as it is kept: options in the ballot's order, unless their order is the vote (`ranking`). The order of choosing would tell votes apart. */
function canonical_choice( array $rules, array $choice ): array {
	$ids = array_column( $rules['options'], 'id' );
	if ( isset( $choice['options'] ) && $rules['method'] !== 'ranking' ) {
		return ['options' => array_values( array_intersect( $ids, $choice['options'] ) )];
	}
	if ( isset( $choice['values'] ) ) {
		$values = [];
		foreach ( $ids as $id ) {
			if ( array_key_exists( $id, $choice['values'] ) ) {
				$values[$id] = $choice['values'][$id];
			}
		}
		return ['values' => $values];
	}
	return $choice;
}

/** What a vote adds to the tally. @return array<int, array{0: string, 1: int}> option and amount */
function tally_entries( string $method, array $choice ): array {
	if ( isset( $choice['options'] ) ) {
		return array_map( static function ( $id ) {
			return [$id, 1];
		}, array_values( array_unique( $choice['options'] ) ) );
	}
	return array_map( static function ( $id ) use ( $method, $choice ) {
		return [$id, $method === 'grades' ? 1 : $choice['values'][$id]];
	}, named_options( $choice, $method ) );
}

/** A choice as JSON writes it: values stay an object, also where every id is a number. */
function choice_for_json( array $choice ) {
	return isset( $choice['values'] ) ? ['values' => (object) $choice['values']] : $choice;
}
