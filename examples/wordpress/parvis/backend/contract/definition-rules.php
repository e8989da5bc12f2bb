<?php
/** What a schema cannot say about a consultation file, as `packages/contract/src/definition-rules.ts` and `counting-rules.ts` have it. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/**
 * @param mixed $file what was read from JSON, with objects as `stdClass`
 * @return array{0: array, 1: array} the definition with its defaults, and issues with pointers into the file; no issues: it can be opened
 */
function check_file( $file ): array {
	$issues = [];
	$definition = check_schema( contract( 'definition' ), $file, '', $issues );
	return [$issues === [] ? $definition : [], $issues === [] ? check_definition( $definition ) : $issues];
}

function check_definition( array $definition ): array {
	$issues = repeated( array_column( $definition['ballots'], 'id' ), '/ballots', 'id' );
	foreach ( $definition['ballots'] as $i => $ballot ) {
		$issues = array_merge( $issues, check_ballot( $ballot, "/ballots/$i" ) );
	}
	return array_merge(
		$issues,
		repeated( array_column( $definition['faq']['questions'] ?? [], 'id' ), '/faq/questions', 'id' ),
		repeated( array_column( $definition['feedback'], 'id' ), '/feedback', 'id' ),
		repeated( array_column( $definition['proposals'], 'id' ), '/proposals', 'id' ),
		repeated( array_column( $definition['places'], 'id' ), '/places', 'id' ),
		dates_in_order( $definition, '' )
	);
}

function check_ballot( array $ballot, string $at ): array {
	$issues = array_merge(
		repeated( array_column( $ballot['options'], 'id' ), "$at/options", 'id' ),
		repeated( array_column( $ballot['options'], 'number' ), "$at/options", 'number' ),
		dates_in_order( $ballot, $at )
	);
	$needed = ['points' => 'purse', 'grades' => 'grades', 'score' => 'scores', 'budget' => 'ceiling'][$ballot['method']] ?? null;
	if ( $needed !== null && !isset( $ballot[$needed] ) ) {
		$issues[] = issue( "$at/$needed", 'missing' );
	}
	if ( $ballot['method'] === 'budget' ) {
		$issues = array_merge( $issues, without_cost( $ballot, $at, true ) );
	}
	if ( has_costs( $ballot ) && !isset( $ballot['currency'] ) ) {
		$issues[] = issue( "$at/currency", 'missing' );
	}
	$most = $ballot['max'] ?? count( $ballot['options'] );
	if ( $ballot['min'] > $most ) {
		$issues[] = issue( "$at/min", 'too-many', $most, $ballot['min'] );
	}
	if ( isset( $ballot['paper'] ) && $ballot['paper']['counted'] > $ballot['paper']['places'] ) {
		$issues[] = issue( "$at/paper/counted", 'too-many', $ballot['paper']['places'], $ballot['paper']['counted'] );
	}
	if ( isset( $ballot['scores'] ) && $ballot['scores']['from'] >= $ballot['scores']['to'] ) {
		$issues[] = issue( "$at/scores", 'out-of-order' );
	}
	$told = array_column( $issues, 'pointer' );
	return array_merge( $issues, array_values( array_filter( check_counting( $ballot, $at ), static function ( $issue ) use ( $told ) {
		return !in_array( $issue['pointer'], $told, true );
	} ) ) );
}

function has_costs( array $ballot ): bool {
	return array_column( $ballot['options'], 'cost' ) !== [];
}

function without_cost( array $ballot, string $at, bool $withdrawn_too ): array {
	$issues = [];
	foreach ( $ballot['options'] as $i => $option ) {
		if ( !isset( $option['cost'] ) && ( $withdrawn_too || !( $option['withdrawn'] ?? false ) ) ) {
			$issues[] = issue( "$at/options/$i/cost", 'missing' );
		}
	}
	return $issues;
}

/** What does not go together in how a ballot's votes are to be counted. */
function check_counting( array $ballot, string $at ): array {
	$settings = $ballot['counting'] ?? null;
	if ( $settings === null ) {
		return [];
	}
	$rule = contract( 'rules' )['countingRules'][$settings['rule']];
	if ( !in_array( $ballot['method'], $rule['fits'], true ) ) {
		return [issue( "$at/counting/rule", 'rule-does-not-fit' )];
	}
	$priced = has_costs( $ballot );
	$known = array_merge( $rule['several'] ? [$priced ? 'budget' : 'seats'] : [], $rule['settings'] );
	$issues = [];
	foreach ( array_diff( array_keys( $settings ), $known, ['rule'] ) as $name ) {
		$issues[] = issue( "$at/counting/$name", 'setting-without-effect' );
	}
	if ( ( $settings['utility'] ?? '' ) === 'points' && !in_array( $ballot['method'], ['points', 'score', 'ranking'], true ) ) {
		$issues[] = issue( "$at/counting/utility", 'no-points' );
	}
	if ( !$rule['several'] ) {
		return $issues;
	}
	if ( !$priced ) {
		return isset( $settings['seats'] ) ? $issues : array_merge( $issues, [issue( "$at/counting/seats", 'missing' )] );
	}
	if ( !isset( $settings['budget'] ) && !isset( $ballot['ceiling'] ) ) {
		$issues[] = issue( "$at/counting/budget", 'missing' );
	}
	return array_merge( $issues, without_cost( $ballot, $at, false ) );
}

function repeated( array $names, string $at, string $field ): array {
	$issues = [];
	$seen = [];
	foreach ( $names as $i => $name ) {
		if ( isset( $seen["=$name"] ) ) {
			$issues[] = issue( "$at/$i/$field", 'repeated' );
		}
		$seen["=$name"] = true;
	}
	return $issues;
}

function dates_in_order( array $dates, string $at ): array {
	$wrong = isset( $dates['opensAt'], $dates['closesAt'] ) && milliseconds( $dates['opensAt'] ) >= milliseconds( $dates['closesAt'] );
	return $wrong ? [issue( "$at/closesAt", 'out-of-order' )] : [];
}
