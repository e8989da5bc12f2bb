<?php
/** The group `proposals`. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function proposals_list( array $input ): array {
	consultation( $input['consultation'] );
	$sort = $input['sort'] ?? 'newest';
	$limit = $input['limit'] ?? 20;
	$after = from_cursor( $sort, 2, $input['cursor'] ?? null );
	$found = published_proposals( $input['consultation'], words_of( $input['q'] ?? '' ), $input['category'] ?? null, $sort, $after, $limit + 1 );
	return page_of( $sort, $found['rows'], $limit, __NAMESPACE__ . '\proposal_of', static function ( $row ) use ( $found ) {
		return [$row[$found['column']], $row['proposal_id']];
	}, $found['total'] );
}

function proposals_get( array $input ): array {
	consultation( $input['consultation'] );
	return public_proposal( $input['consultation'], $input['id'] );
}

function proposals_submit( array $input ): array {
	$c = consultation( $input['consultation'] );
	$receivedAt = instant( now() );
	$published = ( $c['proposalForm']['moderation'] ?? '' ) === 'after';
	$receipt = ['id' => random_key(), 'status' => $published ? 'published' : 'pending', 'trackingCode' => random_code(), 'receivedAt' => $receivedAt];
	return transaction( static function () use ( $c, $input, $receipt, $published ) {
		return once( $c['id'], '', $input, $receipt, static function () use ( $c, $input, $receipt, $published ) {
			refuse_proposal( $c, $input );
			$content = present( [
				'title' => trim_text( $input['title'] ),
				'text' => trim_text( $input['text'] ),
				'lang' => $input['lang'] ?? $c['languages'][0],
				'category' => $input['category'] ?? null,
				'place' => trim_text( $input['place'] ?? '' ) ?: null,
				'publishedAt' => $published ? $receipt['receivedAt'] : null,
			] );
			insert_proposal( $c['id'], $receipt['id'], proposal_columns( $content, $receipt['status'], $published, $receipt['receivedAt'] ), 'resident' );
			keep_tracking( $c['id'], 'proposal', $receipt, $input['contact'] ?? null );
			if ( isset( $input['profile'] ) ) {
				count_profile( $c['id'], $input['profile'] );
			}
		} );
	} );
}

/** @throws Problem `closed`, `consent-required` or `invalid` */
function refuse_proposal( array $c, array $input ): void {
	$form = $c['proposalForm'] ?? null;
	if ( $form === null || part_status( $c, $form ) !== 'open' ) {
		throw new Problem( 'closed' );
	}
	refuse_issues( validate_proposal( $form, $input ) );
}

function proposals_support( array $input ): array {
	return support( $input, true );
}

function proposals_withdraw_support( array $input ): array {
	return support( $input, false );
}

/** Support lasts as long as the consultation, also when proposals are no longer collected. */
function support( array $input, bool $is_on ): array {
	$c = consultation( $input['consultation'] );
	public_proposal( $c['id'], $input['id'] );
	if ( status_at( $c ) !== 'open' ) {
		throw new Problem( 'closed' );
	}
	$newest = react( 'support', $input, $is_on );
	return ['supported' => $newest['is_on'], 'supports' => public_proposal( $c['id'], $input['id'] )['supports'], 'sequence' => $newest['sequence']];
}
