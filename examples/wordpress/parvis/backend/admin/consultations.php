<?php
/** The list of consultations, with the form that opens one, and for administrators the sites that may show them. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function status_words( string $status ): string {
	$words = ['upcoming' => __( 'to come', 'parvis' ), 'open' => __( 'open', 'parvis' ), 'closed' => __( 'closed', 'parvis' )];
	return $words[$status];
}

function show_consultations(): void {
	printf( '<h1>%s</h1>', esc_html__( 'Consultations', 'parvis' ) );
	$all = consultations_after( null, 1000 );
	if ( $all === [] ) {
		printf( '<p>%s</p>', esc_html__( 'None yet. Open the first one with a consultation file.', 'parvis' ) );
	} else {
		show_consultation_table( $all );
	}
	show_upload();
	if ( current_user_can( ACTS['origins'] ) ) {
		show_origins();
	}
}

function show_consultation_table( array $all ): void {
	$heads = [__( 'Consultation', 'parvis' ), __( 'State', 'parvis' ), __( 'Proposals to read', 'parvis' ), __( 'Questions to answer', 'parvis' )];
	printf( '<table class="widefat striped"><caption class="screen-reader-text">%s</caption><thead><tr>', esc_html__( 'Consultations', 'parvis' ) );
	foreach ( $heads as $head ) {
		printf( '<th scope="col">%s</th>', esc_html( $head ) );
	}
	echo '</tr></thead><tbody>';
	foreach ( $all as $c ) {
		printf(
			'<tr><th scope="row"><a href="%s">%s</a></th><td>%s</td><td>%d</td><td>%d</td></tr>',
			esc_url( page_url( ['consultation' => $c['id']] ) ),
			esc_html( words( $c['title'], closest_language( $c['languages'], reader_locale() ) ) ),
			esc_html( status_words( status_at( $c ) ) ),
			count( proposals_waiting( $c['id'] ) ),
			count( questions_with( $c['id'], 'pending' ) )
		);
	}
	echo '</tbody></table>';
}

function show_upload(): void {
	printf( '<h2>%s</h2>', esc_html__( 'Open a consultation, or open it again with other texts', 'parvis' ) );
	printf( '<p>%s</p>', esc_html__( 'Everything staff write is in one JSON file: texts, dates, ballots, questions with answers, decided projects. What residents sent in stays.', 'parvis' ) );
	open_form( 'open', [], 'enctype="multipart/form-data"' );
	printf( '<p><label for="parvis_file">%s</label><br><input type="file" id="parvis_file" name="parvis_file" accept=".json,application/json" required></p>', esc_html__( 'Consultation file (.json)', 'parvis' ) );
	submit_button( __( 'Open the consultation', 'parvis' ) );
	echo '</form>';
}

function show_origins(): void {
	printf( '<h2>%s</h2>', esc_html__( 'Other sites that may show these consultations', 'parvis' ) );
	open_form( 'origins' );
	printf( '<p><label for="parvis_origins">%s</label><br>', esc_html__( 'One address on each line, such as https://www.ville.example. A star (*) stands for every site. Pages of this site need no entry.', 'parvis' ) );
	printf( '<textarea id="parvis_origins" name="parvis_origins" rows="3" cols="50" class="code">%s</textarea></p>', esc_textarea( implode( "\n", allowed_origins() ) ) );
	submit_button( __( 'Save', 'parvis' ), 'secondary' );
	echo '</form>';
}
