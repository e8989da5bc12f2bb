<?php
/** Proposals: those of the organiser's file, and those of residents. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/**
 * A proposal as it is kept: what people read is one JSON text, which any database can hold; beside it what lists are sorted and searched by.
 * @param array $content `title`, `text`, `lang`, `category`?, `place`?, `publishedAt`?
 */
function proposal_columns( array $content, string $status, bool $is_public, string $sort_at ): array {
	return [
		'status' => $status,
		'is_public' => (int) $is_public,
		'category' => $content['category'] ?? null,
		'sort_at' => $sort_at,
		'search' => fold( $content['title'] . "\n" . $content['text'] . "\n" . ( $content['place'] ?? '' ) ),
		'content' => json_encode( $content ),
	];
}

/** Inside a transaction. */
function insert_proposal( string $consultation, string $id, array $columns, string $source, int $supports = 0 ): void {
	$all = ['consultation' => $consultation, 'proposal_id' => $id, 'supports' => $supports, 'base_supports' => $supports, 'source' => $source] + $columns;
	$names = implode( ', ', array_keys( $all ) );
	$places = implode( ', ', array_fill( 0, count( $all ), '?' ) );
	change( "INSERT INTO {proposals} ($names) VALUES ($places)", array_values( $all ) );
}

/** Inside a transaction. */
function update_proposal( string $consultation, string $id, array $columns ): void {
	$sets = implode( ', ', array_map( static function ( $name ) {
		return "$name = ?";
	}, array_keys( $columns ) ) );
	change( "UPDATE {proposals} SET $sets WHERE consultation = ? AND proposal_id = ?", array_merge( array_values( $columns ), [$consultation, $id] ) );
}

/** As everybody may read it. */
function proposal_of( array $row ): array {
	return ['id' => $row['proposal_id'], 'status' => $row['status'], 'supports' => (int) $row['supports']] + json_decode( $row['content'], true );
}

function find_proposal( string $consultation, string $id ): ?array {
	return row( 'SELECT * FROM {proposals} WHERE consultation = ? AND proposal_id = ?', [$consultation, $id] );
}

/** @throws Problem `not-found`, also while a moderator has not read it */
function public_proposal( string $consultation, string $id ): array {
	$row = found( find_proposal( $consultation, $id ) );
	return proposal_of( found( $row['is_public'] === '1' ? $row : null ) );
}

/**
 * A page of the published ones. The cursor is the place of the last one read, so that what is added meanwhile repeats and skips nothing.
 * @param string[] $words folded @param array|null $after `[place, id]`
 * @return array{rows: array, column: string, total: int}
 */
function published_proposals( string $consultation, array $words, ?string $category, string $sort, ?array $after, int $limit ): array {
	$where = 'consultation = ? AND is_public = 1';
	$values = [$consultation];
	if ( $category !== null ) {
		$where .= ' AND category = ?';
		$values[] = $category;
	}
	foreach ( $words as $word ) {
		$where .= ' AND INSTR(search, ?) > 0';
		$values[] = $word;
	}
	$total = (int) row( "SELECT COUNT(*) AS total FROM {proposals} WHERE $where", $values )['total'];
	$column = $sort === 'most-supported' ? 'supports' : 'sort_at';
	[$direction, $beyond] = $sort === 'oldest' ? ['ASC', '>'] : ['DESC', '<'];
	if ( $after !== null ) {
		$place = $column === 'supports' ? (int) $after[0] : (string) $after[0];
		$where .= " AND ($column $beyond ? OR ($column = ? AND proposal_id $beyond ?))";
		array_push( $values, $place, $place, (string) $after[1] );
	}
	$order = "ORDER BY $column $direction, proposal_id $direction";
	return ['rows' => rows( "SELECT * FROM {proposals} WHERE $where $order LIMIT ?", array_merge( $values, [$limit] ) ), 'column' => $column, 'total' => $total];
}

/**
 * Those that are public from the start. Opening the file again replaces their texts and keeps the supports people gave. Where the file names a resident's
 * proposal, what it leaves out stays as it was written, and one that waited is public from now on.
 */
function keep_proposals_of_file( array $definition ): void {
	$consultation = $definition['id'];
	$ids = array_column( $definition['proposals'], 'id' );
	foreach ( rows( "SELECT proposal_id FROM {proposals} WHERE consultation = ? AND source = 'file'", [$consultation] ) as ['proposal_id' => $id] ) {
		if ( !in_array( $id, $ids, true ) ) {
			change( 'DELETE FROM {proposals} WHERE consultation = ? AND proposal_id = ?', [$consultation, $id] );
		}
	}
	foreach ( $definition['proposals'] as $given ) {
		$before = find_proposal( $consultation, $given['id'] );
		$resident = $before !== null && $before['source'] === 'resident' ? json_decode( $before['content'], true ) : [];
		$content = array_diff_key( $given, ['id' => 1, 'status' => 1, 'supports' => 1] ) + $resident + ['lang' => $definition['languages'][0]];
		if ( $given['text'] === '' && $resident !== [] ) {
			$content['text'] = $resident['text'];
		}
		if ( $resident !== [] ) {
			$content += ['publishedAt' => instant( now() )];
		}
		$sort_at = $content['publishedAt'] ?? $definition['opensAt'] ?? null;
		$columns = proposal_columns( $content, $given['status'], true, instant( $sort_at === null ? now() : milliseconds( $sort_at ) ) );
		if ( $before === null ) {
			insert_proposal( $consultation, $given['id'], $columns, 'file', $given['supports'] );
		} else {
			$supports = (int) $before['supports'] - (int) $before['base_supports'] + $given['supports'];
			update_proposal( $consultation, $given['id'], $columns + ['supports' => $supports, 'base_supports' => $given['supports']] );
		}
	}
}

/** How many proposals there are, by category, and how many answers to the question about the person. @return array<string, int> by `name value` */
function proposal_counts( string $consultation ): array {
	$counts = ['proposals all' => 0];
	foreach ( rows( 'SELECT category, COUNT(*) AS amount FROM {proposals} WHERE consultation = ? GROUP BY category', [$consultation] ) as $row ) {
		$counts['proposals all'] += (int) $row['amount'];
		$counts["category {$row['category']}"] = (int) $row['amount'];
	}
	foreach ( rows( 'SELECT option_id, amount FROM {profiles} WHERE consultation = ?', [$consultation] ) as $row ) {
		$counts["profile {$row['option_id']}"] = (int) $row['amount'];
	}
	return $counts;
}
