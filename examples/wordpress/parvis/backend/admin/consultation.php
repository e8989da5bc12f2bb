<?php
/** One consultation: what it asks, what waits for a moderator, what can be taken away. */

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
	show_proposals_waiting( $c );
	show_questions_waiting( $c );
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

function show_proposals_waiting( array $c ): void {
	$waiting = proposals_waiting( $c['id'] );
	printf( '<h2>%s</h2>', esc_html__( 'Proposals to read', 'parvis' ) );
	if ( $waiting === [] ) {
		printf( '<p>%s</p>', esc_html__( 'None.', 'parvis' ) );
	}
	foreach ( $waiting as $row ) {
		$proposal = proposal_of( $row );
		printf( '<div class="card" lang="%s"><h3>%s</h3>', esc_attr( $proposal['lang'] ), esc_html( $proposal['title'] ) );
		show_text( $proposal['text'] );
		$labels = array_column( $c['proposalForm']['categories'] ?? [], 'label', 'id' );
		foreach ( array_filter( [words( $labels[$proposal['category'] ?? ''] ?? null, $proposal['lang'] ), $proposal['place'] ?? null] ) as $line ) {
			printf( '<p>%s</p>', esc_html( $line ) );
		}
		show_contact( $c['id'], 'proposal', $proposal['id'] );
		open_form( 'moderate', ['consultation' => $c['id'], 'proposal' => $proposal['id']] );
		show_buttons( ['publish' => __( 'Publish', 'parvis' ), 'refuse' => __( 'Do not publish', 'parvis' )], $proposal['title'] );
		echo '</form></div>';
	}
}

function show_questions_waiting( array $c ): void {
	$waiting = questions_with( $c['id'], 'pending' );
	printf( '<h2>%s</h2>', esc_html__( 'Questions to answer', 'parvis' ) );
	if ( $waiting === [] ) {
		printf( '<p>%s</p>', esc_html__( 'None.', 'parvis' ) );
	}
	foreach ( $waiting as $question ) {
		printf( '<div class="card"><div lang="%s">', esc_attr( $question['lang'] ) );
		show_text( $question['question'] );
		echo '</div>';
		show_contact( $c['id'], 'question', $question['id'] );
		open_form( 'answer', ['consultation' => $c['id'], 'question' => $question['id']] );
		$field = "answer-{$question['id']}";
		printf( '<p><label for="%1$s">%2$s</label><br><textarea id="%1$s" name="answer" rows="4" class="large-text"></textarea></p>', esc_attr( $field ), esc_html__( 'Answer, for everybody to read', 'parvis' ) );
		show_buttons( ['publish' => __( 'Publish question and answer', 'parvis' ), 'refuse' => __( 'Do not publish', 'parvis' )], $question['question'] );
		echo '</form></div>';
	}
}

function show_contact( string $consultation, string $kind, string $id ): void {
	$email = contact_of( $consultation, $kind, $id );
	if ( $email !== null ) {
		printf( '<p>%s <a href="%s">%s</a></p>', esc_html__( 'Address left for an answer:', 'parvis' ), esc_url( "mailto:$email" ), esc_html( $email ) );
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
