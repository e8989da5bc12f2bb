<?php
/** Pages of lists. A cursor holds the place of the last entry read, never a count of entries. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function to_cursor( string $order, array $place ): string {
	return rtrim( strtr( base64_encode( json_text( array_merge( [$order], array_map( 'strval', $place ) ) ) ), '+/', '-_' ), '=' );
}

/**
 * @param int $parts how many texts a place has in this order
 * @return array|null the place; null: from the start
 * @throws Problem `invalid` where this backend did not make it
 */
function from_cursor( string $order, int $parts, ?string $cursor ): ?array {
	if ( $cursor === null ) {
		return null;
	}
	$place = json_decode( (string) base64_decode( strtr( $cursor, '-_', '+/' ) ), true );
	if ( !is_array( $place ) || array_values( $place ) !== $place || array_shift( $place ) !== $order || count( $place ) !== $parts || array_filter( $place, 'is_string' ) !== $place ) {
		throw new Problem( 'invalid', [issue( '/cursor', 'malformed' )] );
	}
	return $place;
}

/**
 * A page of rows of which one more was read than it holds.
 * @param callable $place_of the place of a row in the order
 */
function page_of( string $order, array $rows, int $limit, callable $show, callable $place_of, ?int $total = null ): array {
	$items = array_slice( $rows, 0, $limit );
	$page = ['items' => array_map( $show, $items )];
	if ( count( $rows ) > $limit ) {
		$page['next'] = to_cursor( $order, $place_of( end( $items ) ) );
	}
	return $total === null ? $page : $page + ['total' => $total];
}

/** A page of a list that is whole in memory. An entry that has gone since leaves its place to the next one. */
function slice_of( string $order, array $all, ?string $cursor, int $limit ): array {
	[$id, $index] = from_cursor( $order, 2, $cursor ) ?? [null, -1];
	$at = $id === null ? false : array_search( $id, array_column( $all, 'id' ), true );
	$start = $at === false ? ( $id === null ? 0 : (int) $index ) : $at + 1;
	$items = array_slice( $all, $start, $limit );
	$page = ['items' => $items];
	if ( $items !== [] && $start + $limit < count( $all ) ) {
		$page['next'] = to_cursor( $order, [end( $items )['id'], $start + $limit - 1] );
	}
	return $page + ['total' => count( $all )];
}
