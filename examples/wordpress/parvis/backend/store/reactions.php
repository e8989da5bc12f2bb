<?php
/** Acts that can be taken back: support, "was this useful". A number that is not higher than the one kept changes nothing. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/**
 * The newest intention of a device on an item.
 * @param string $act `support`, `faq` or `feedback`
 * @param array $input with `consultation`, `id`, `mark` and `sequence`
 * @return array{is_on: bool, sequence: int, change: int} `change`: by how much the number of devices that want it has changed
 */
function react( string $act, array $input, bool $is_on ): array {
	['consultation' => $consultation, 'id' => $id, 'sequence' => $sequence] = $input;
	// Another hash for each act on each item: what one device did cannot be joined.
	$mark = salted_hash( $consultation, 'device', "$act\n$id\n{$input['mark']}" );
	$place = [$consultation, $act, $id, $mark];
	return transaction( static function () use ( $act, $consultation, $id, $place, $sequence, $is_on ) {
		if ( $act === 'support' ) {
			// One after the other for each proposal, whose number of supports changes with them.
			row( 'SELECT supports FROM {proposals} WHERE consultation = ? AND proposal_id = ? FOR UPDATE', [$consultation, $id] );
		}
		change( 'INSERT IGNORE INTO {reactions} (consultation, act, item_id, mark, sequence, is_on) VALUES (?, ?, ?, ?, 0, 0)', $place );
		$kept = row( 'SELECT sequence, is_on FROM {reactions} WHERE consultation = ? AND act = ? AND item_id = ? AND mark = ? FOR UPDATE', $place );
		if ( $sequence <= (int) $kept['sequence'] ) {
			return ['is_on' => $kept['is_on'] === '1', 'sequence' => (int) $kept['sequence'], 'change' => 0];
		}
		change(
			'UPDATE {reactions} SET sequence = ?, is_on = ? WHERE consultation = ? AND act = ? AND item_id = ? AND mark = ?',
			array_merge( [$sequence, (int) $is_on], $place )
		);
		$change = (int) $is_on - (int) $kept['is_on'];
		if ( $act === 'support' && $change !== 0 ) {
			change( 'UPDATE {proposals} SET supports = supports + ? WHERE consultation = ? AND proposal_id = ?', [$change, $consultation, $id] );
		}
		return ['is_on' => $is_on, 'sequence' => $sequence, 'change' => $change];
	} );
}

/** How many found each item useful, and how many did not. @param string $act `faq` or `feedback` */
function ratings( string $consultation, string $act ): array {
	$ratings = [];
	$sums = rows( 'SELECT item_id, SUM(is_on) AS yes, COUNT(*) AS every FROM {reactions} WHERE consultation = ? AND act = ? GROUP BY item_id', [$consultation, $act] );
	foreach ( $sums as $row ) {
		$ratings[$row['item_id']] = ['yes' => (int) $row['yes'], 'no' => (int) $row['every'] - (int) $row['yes']];
	}
	return $ratings;
}
