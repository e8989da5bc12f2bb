<?php
/** Totals, and what of them may be shown, as `packages/contract/src/results-rules.ts` and `statistics-rules.ts` have it. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Those that few use come first. */
const CHANNELS = ['assisted', 'paper', 'online'];

function nobody(): array {
	return ['online' => 0, 'paper' => 0, 'assisted' => 0, 'total' => 0];
}

/**
 * Channel by channel. Options that the ballot does not have are passed over.
 * @param iterable $votes each `['choice' => …, 'channel' => …]`
 */
function totals_of( array $ballot, iterable $votes ): array {
	$tally = array_fill_keys( array_column( $ballot['options'], 'id' ), nobody() );
	[$blank, $voters] = [nobody(), nobody()];
	foreach ( $votes as $vote ) {
		foreach ( [$vote['channel'], 'total'] as $count ) {
			$voters[$count] += 1;
			if ( isset( $vote['choice']['blank'] ) ) {
				$blank[$count] += 1;
			}
			foreach ( tally_entries( $ballot['method'], $vote['choice'] ) as [$option, $amount] ) {
				if ( isset( $tally[$option] ) ) {
					$tally[$option][$count] += $amount;
				}
			}
		}
	}
	$rows = [];
	foreach ( $tally as $option => $counts ) {
		$rows[] = ['option' => (string) $option] + $counts;
	}
	return ['tally' => $rows, 'blank' => $blank, 'voters' => $voters];
}

/** The channels whose votes are counted together, the largest first; empty: each may be shown as it is. */
function merged_channels( array $voters ): array {
	$used = used_channels( $voters );
	$merged = [];
	$together = 0;
	foreach ( $used as $channel ) {
		if ( $voters[$channel] >= smallest_group() && ( $merged === [] || $together >= smallest_group() ) ) {
			break;
		}
		$merged[] = $channel;
		$together += $voters[$channel];
	}
	return count( $merged ) > 1 ? array_reverse( $merged ) : [];
}

/** The smallest first; those of the same size in the order of {@see CHANNELS}. */
function used_channels( array $voters ): array {
	$places = array_flip( CHANNELS );
	$used = array_values( array_filter( CHANNELS, static function ( $channel ) use ( $voters ) {
		return $voters[$channel] > 0;
	} ) );
	usort( $used, static function ( $a, $b ) use ( $voters, $places ) {
		return [$voters[$a], $places[$a]] <=> [$voters[$b], $places[$b]];
	} );
	return $used;
}

/** Every channel that was used, the largest first; empty: one at most. */
function channels_as_one( array $voters ): array {
	$places = array_flip( CHANNELS );
	$used = used_channels( $voters );
	usort( $used, static function ( $a, $b ) use ( $voters, $places ) {
		return [$voters[$b], $places[$a]] <=> [$voters[$a], $places[$b]];
	} );
	return count( $used ) > 1 ? $used : [];
}

/** The channel a vote is counted under where people read. */
function shown_channel( string $channel, array $merged ): string {
	return in_array( $channel, $merged, true ) ? $merged[0] : $channel;
}

/** Small channels merged; until voting is closed all are told as one, since one more vote would show in a small one. */
function shown_totals( array $ballot, array $totals, string $status ): array {
	$merged = $status === 'closed' ? merged_channels( $totals['voters'] ) : channels_as_one( $totals['voters'] );
	$show = static function ( array $counts ) use ( $merged ): array {
		$shown = nobody();
		$shown['total'] = $counts['total'];
		foreach ( CHANNELS as $channel ) {
			$shown[shown_channel( $channel, $merged )] += $counts[$channel];
		}
		return $shown;
	};
	$tally = array_map( static function ( $row ) use ( $show ) {
		return ['option' => $row['option']] + $show( $row );
	}, $totals['tally'] );
	return ['tally' => $tally, 'blank' => $show( $totals['blank'] ), 'voters' => $show( $totals['voters'] )]
		+ ( $merged === [] ? [] : ['merged' => $merged] )
		+ array_intersect_key( $ballot, ['electorate' => 1, 'paper' => 1] );
}

/** Who may see results now: `everybody`, `voters` (they show their receipt) or `nobody`. */
function results_open_to( array $ballot, string $status ): string {
	if ( $status === 'closed' || $ballot['results'] === 'live' ) {
		return 'everybody';
	}
	return $ballot['results'] === 'after-vote' ? 'voters' : 'nobody';
}

/** Whether no vote can come any more: voting is closed, and paper is counted as far as the ballot says. */
function is_final( array $ballot, string $status ): bool {
	return $status === 'closed' && ( !isset( $ballot['paper'] ) || $ballot['paper']['counted'] === $ballot['paper']['places'] );
}

/**
 * Hides every count that could point at a person, then the smallest others of the same name until what is hidden adds up to enough.
 * @param array $cells each `['name' => …, 'value' => …, 'count' => …]`
 */
function suppress_small_cells( array $cells ): array {
	$least = smallest_group();
	foreach ( array_unique( array_column( $cells, 'name' ) ) as $name ) {
		$own = array_filter( $cells, static function ( $cell ) use ( $name ) {
			return $cell['name'] === $name;
		} );
		uasort( $own, static function ( $a, $b ) {
			return $a['count'] <=> $b['count'];
		} );
		$hidden = 0;
		foreach ( $own as $i => ['count' => $count] ) {
			// The smallest come first: all that are small, then others as long as what is hidden is still small together.
			if ( $count >= $least && ( $hidden === 0 && !hides_any( $own, $least ) || $hidden >= $least ) ) {
				continue;
			}
			$cells[$i]['count'] = null;
			$hidden += $count;
		}
	}
	return $cells;
}

function hides_any( array $cells, int $least ): bool {
	return min( array_column( $cells, 'count' ) ) < $least;
}
