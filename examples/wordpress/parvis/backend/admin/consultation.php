<?php
/** One consultation: what it asks, what residents sent in, what can be taken away. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function show_consultation( array $c ): void {
	$lang = closest_language( $c['languages'], reader_locale() );
	printf( '<p><a href="%s">%s</a></p>', esc_url( page_url() ), esc_html__( 'All consultations', 'parvis' ) );
	printf( '<h1>%s</h1>', esc_html( words( $c['title'], $lang ) ) );
	printf( '<p><strong>%s</strong> · <code>%s</code></p>', esc_html( status_words( status_at( $c ) ) ), esc_html( $c['id'] ) );
	show_text( (string) words( $c['summary'] ?? null, $lang ) );
	foreach ( not_offered_here( $c ) as $sentence ) {
		printf( '<div class="notice notice-warning inline"><p>%s</p></div>', esc_html( $sentence ) );
	}
	show_ballots( $c, $lang );
	show_proposals( $c );
	show_questions( $c );
}

/** How a ballot is filled in, for people. */
function method_words( string $method ): string {
	$words = [
		'single' => __( 'one choice', 'parvis' ), 'yes-no' => __( 'yes or no', 'parvis' ), 'approval' => __( 'several choices', 'parvis' ), 'budget' => __( 'a budget to spend', 'parvis' ),
		'points' => __( 'points to give', 'parvis' ), 'ranking' => __( 'an order of preference', 'parvis' ), 'grades' => __( 'a grade for each option', 'parvis' ), 'score' => __( 'a score for each option', 'parvis' ),
	];
	return $words[$method];
}

function show_ballots( array $c, string $lang ): void {
	printf( '<h2>%s</h2>', esc_html__( 'Ballots', 'parvis' ) );
	if ( $c['ballots'] === [] ) {
		printf( '<p>%s</p>', esc_html__( 'None.', 'parvis' ) );
	}
	foreach ( $c['ballots'] as $ballot ) {
		$title = words( $ballot['title'], $lang );
		$status = part_status( $c, $ballot );
		printf( '<h3>%s</h3>', esc_html( $title ) );
		/* translators: 1: state, 2: how it is filled in, 3: number of options */
		printf( '<p>%s</p>', esc_html( sprintf( __( 'State: %1$s. To fill in: %2$s. Options: %3$d.', 'parvis' ), status_words( $status ), method_words( $ballot['method'] ), count( $ballot['options'] ) ) ) );
		$widget = $status === 'closed' ? 'results' : 'ballot';
		/* translators: %s: a shortcode */
		printf( '<p>%s</p>', sprintf( esc_html__( 'In a page: %s', 'parvis' ), '<code>' . esc_html( "[parvis widget=\"$widget\" consultation=\"{$c['id']}\" ballot=\"{$ballot['id']}\"]" ) . '</code>' ) );
		$status === 'closed' ? show_export( $c, $ballot, $title ) : printf( '<p>%s</p>', esc_html__( 'The votes can be taken away once the ballot is closed.', 'parvis' ) );
	}
}

function show_export( array $c, array $ballot, string $title ): void {
	open_form( 'export', ['consultation' => $c['id'], 'ballot' => $ballot['id']] );
	show_buttons( ['export' => __( 'Download results and votes (JSON)', 'parvis' )], $title );
	echo '</form>';
	if ( isset( $ballot['counting'] ) ) {
		printf( '<p>%s</p>', esc_html__( 'WordPress shows totals and names no winner. The file holds every vote, for whoever applies the rule of the ballot.', 'parvis' ) );
	}
}

/** Buttons whose names say what they are about to those who do not see where they stand. */
function show_buttons( array $buttons, string $about ): void {
	echo '<p>';
	foreach ( $buttons as $value => $label ) {
		printf( '<button type="submit" name="act" value="%s" class="button">%s<span class="screen-reader-text">, %s</span></button> ', esc_attr( $value ), esc_html( $label ), esc_html( wp_html_excerpt( $about, 60, '…' ) ) );
	}
	echo '</p>';
}
