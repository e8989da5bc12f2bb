<?php
/** The groups that show what the organiser wrote: `consultations`, `places`, `statistics`. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function consultations_list( array $input, ?string $locale ): array {
	$limit = $input['limit'] ?? 20;
	$all = consultations_after( from_cursor( 'consultations', 2, $input['cursor'] ?? null ), $limit + 1 );
	return page_of( 'consultations', $all, $limit, static function ( $c ) use ( $locale ) {
		return consultation_for( $c, closest_language( $c['languages'], $locale ) );
	}, static function ( $c ) {
		return [$c['sort_at'], $c['id']];
	} );
}

function consultations_get( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	return consultation_for( $c, closest_language( $c['languages'], $locale ) );
}

function places_list( array $input, ?string $locale ): array {
	$c = consultation( $input['consultation'] );
	$lang = closest_language( $c['languages'], $locale );
	$wanted = array_filter( $c['places'], static function ( $place ) use ( $input ) {
		return !isset( $input['kind'] ) || in_array( $input['kind'], $place['kinds'], true );
	} );
	return ['items' => array_map( static function ( $place ) use ( $lang ) {
		return place_for( $place, $lang );
	}, array_values( $wanted ) ), 'lang' => $lang];
}

/** Every category and answer of the form has its cell, so that a missing cell tells nothing. */
function statistics_get( array $input ): array {
	$c = consultation( $input['consultation'] );
	$counts = proposal_counts( $c['id'] );
	$cells = [['name' => 'proposals', 'value' => 'all', 'count' => $counts['proposals all']]];
	foreach ( ['category' => $c['proposalForm']['categories'] ?? [], 'profile' => $c['proposalForm']['profile']['options'] ?? []] as $name => $entries ) {
		foreach ( $entries as ['id' => $id] ) {
			$cells[] = ['name' => $name, 'value' => $id, 'count' => $counts["$name $id"] ?? 0];
		}
	}
	return ['consultation' => $c['id'], 'minimum' => smallest_group(), 'cells' => suppress_small_cells( $cells )];
}
