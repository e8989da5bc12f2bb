<?php
/** What residents sent in to one consultation: what waits for a moderator, and what was read, which can still be taken down, put back or answered otherwise. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** How many proposals that were read are on one page. */
const READ_AT_ONCE = 50;

function show_proposals( array $c ): void {
	printf( '<h2>%s</h2>', esc_html__( 'Proposals to read', 'parvis' ) );
	show_each( proposals_waiting( $c['id'] ), static function ( array $row ) use ( $c ): void {
		printf( '<div class="card"><h3 lang="%s">%s</h3>', esc_attr( proposal_of( $row )['lang'] ), esc_html( proposal_of( $row )['title'] ) );
		show_proposal( $c, $row, ['publish' => __( 'Publish', 'parvis' ), 'refuse' => __( 'Do not publish', 'parvis' )] );
		echo '</div>';
	} );
	$start = absint( $_GET['older'] ?? 0 );
	$read = proposals_read( $c['id'], $start, READ_AT_ONCE + 1 );
	printf( '<h2>%s</h2>', esc_html__( 'Proposals already read', 'parvis' ) );
	show_each( array_slice( $read, 0, READ_AT_ONCE ), static function ( array $row ) use ( $c ): void {
		$is_public = $row['is_public'] === '1';
		show_summary( proposal_of( $row )['title'], proposal_of( $row )['lang'], $is_public );
		show_proposal( $c, $row, $is_public ? ['refuse' => __( 'Take down', 'parvis' )] : ['publish' => __( 'Publish', 'parvis' )] );
		echo '</details>';
	} );
	if ( count( $read ) > READ_AT_ONCE ) {
		printf( '<p><a href="%s">%s</a></p>', esc_url( page_url( ['consultation' => $c['id'], 'older' => (string) ( $start + READ_AT_ONCE )] ) ), esc_html__( 'Older proposals', 'parvis' ) );
	}
}

function show_questions( array $c ): void {
	printf( '<h2>%s</h2>', esc_html__( 'Questions to answer', 'parvis' ) );
	show_each( questions_with( $c['id'], 'pending' ), static function ( array $question ) use ( $c ): void {
		printf( '<div class="card"><div lang="%s">', esc_attr( $question['lang'] ) );
		show_text( $question['question'] );
		echo '</div>';
		show_answer( $c, $question, ['publish' => __( 'Publish question and answer', 'parvis' ), 'refuse' => __( 'Do not publish', 'parvis' )] );
		echo '</div>';
	} );
	printf( '<h2>%s</h2>', esc_html__( 'Questions already read', 'parvis' ) );
	show_each( array_merge( questions_with( $c['id'], 'published' ), questions_with( $c['id'], 'refused' ) ), static function ( array $question ) use ( $c ): void {
		$is_public = $question['status'] === 'published';
		show_summary( $question['question'], $question['lang'], $is_public );
		show_answer( $c, $question, $is_public
			? ['publish' => __( 'Save the answer', 'parvis' ), 'refuse' => __( 'Take down', 'parvis' )]
			: ['publish' => __( 'Publish question and answer', 'parvis' )] );
		echo '</details>';
	} );
}

function show_each( array $all, callable $show ): void {
	if ( $all === [] ) {
		printf( '<p>%s</p>', esc_html__( 'None.', 'parvis' ) );
	}
	array_map( $show, $all );
}

/** The start of what unfolds; the caller closes it. */
function show_summary( string $title, string $lang, bool $is_public ): void {
	printf( '<details><summary><span lang="%s">%s</span> · %s</summary>', esc_attr( $lang ), esc_html( $title ), esc_html( $is_public ? __( 'published', 'parvis' ) : __( 'not published', 'parvis' ) ) );
}

/** @param array $row of the table @param array<string, string> $buttons what can be done with it */
function show_proposal( array $c, array $row, array $buttons ): void {
	$proposal = proposal_of( $row );
	printf( '<div lang="%s">', esc_attr( $proposal['lang'] ) );
	show_text( $proposal['text'] );
	$labels = array_column( $c['proposalForm']['categories'] ?? [], 'label', 'id' );
	foreach ( array_filter( [words( $labels[$proposal['category'] ?? ''] ?? null, $proposal['lang'] ), $proposal['place'] ?? null] ) as $line ) {
		printf( '<p>%s</p>', esc_html( $line ) );
	}
	echo '</div>';
	show_contact( $c['id'], 'proposal', $proposal['id'] );
	open_form( 'moderate', ['consultation' => $c['id'], 'proposal' => $proposal['id'], 'from' => $proposal['status']] );
	show_buttons( $buttons, $proposal['title'] );
	echo '</form>';
}

/** The form with the answer, or with room for one. */
function show_answer( array $c, array $question, array $buttons ): void {
	show_contact( $c['id'], 'question', $question['id'] );
	open_form( 'answer', ['consultation' => $c['id'], 'question' => $question['id'], 'from' => $question['status']] );
	printf(
		'<p><label for="%1$s">%2$s</label><br><textarea id="%1$s" name="answer" rows="4" class="large-text">%3$s</textarea></p>',
		esc_attr( "answer-{$question['id']}" ), esc_html__( 'Answer, for everybody to read', 'parvis' ), esc_textarea( $question['answer'] ?? '' )
	);
	show_buttons( $buttons, $question['question'] );
	echo '</form>';
}

function show_contact( string $consultation, string $kind, string $id ): void {
	$email = contact_of( $consultation, $kind, $id );
	if ( $email !== null ) {
		printf( '<p>%s <a href="%s">%s</a></p>', esc_html__( 'Address left for an answer:', 'parvis' ), esc_url( "mailto:$email" ), esc_html( $email ) );
	}
}
