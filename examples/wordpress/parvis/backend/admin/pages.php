<?php
/** The organiser's pages in the administration of WordPress: one list, and one page for each consultation. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Who may open consultations, moderate and answer: editors and administrators. */
const ORGANISER = 'edit_others_pages';

const PAGE = 'parvis-consultations';

function add_pages(): void {
	add_menu_page( __( 'Consultations', 'parvis' ), __( 'Consultations', 'parvis' ), ORGANISER, PAGE, __NAMESPACE__ . '\show_page', 'dashicons-megaphone', 26 );
}

/** The language of whoever looks, as a tag: `fr-FR`. */
function reader_locale(): string {
	return str_replace( '_', '-', get_user_locale() );
}

/** @param array<string, string> $query */
function page_url( array $query = [] ): string {
	return add_query_arg( array_map( 'rawurlencode', $query ), admin_url( 'admin.php?page=' . PAGE ) );
}

function show_page(): void {
	if ( !current_user_can( ORGANISER ) ) {
		return;
	}
	$id = isset( $_GET['consultation'] ) ? sanitize_text_field( wp_unslash( $_GET['consultation'] ) ) : '';
	echo '<div class="wrap">';
	show_message();
	try {
		$id === '' ? show_consultations() : show_consultation( consultation( $id ) );
	} catch ( Problem | LostRace $error ) {
		log_cause( $error->getPrevious() );
		$text = $error instanceof Problem && $error->kind === 'not-found' ? __( 'There is no such consultation.', 'parvis' ) : __( 'The database did not answer. Try again in a minute.', 'parvis' );
		printf( '<h1>%s</h1><p>%s</p>', esc_html__( 'Consultations', 'parvis' ), esc_html( $text ) );
	}
	echo '</div>';
}

/** What became of the last act. Kept for five minutes for the person who acted. */
function tell( string $kind, array $sentences ): void {
	set_transient( 'parvis_message_' . get_current_user_id(), [$kind, $sentences], 300 );
}

function show_message(): void {
	$name = 'parvis_message_' . get_current_user_id();
	[$kind, $sentences] = get_transient( $name ) ?: ['', []];
	delete_transient( $name );
	if ( $sentences !== [] ) {
		printf( '<div class="notice notice-%s" role="%s"><ul>', esc_attr( $kind ), $kind === 'error' ? 'alert' : 'status' );
		foreach ( $sentences as $sentence ) {
			printf( '<li>%s</li>', esc_html( $sentence ) );
		}
		echo '</ul></div>';
	}
}

/** The start of a form that asks for an act; the caller closes it. @param array<string, string> $fields hidden ones */
function open_form( string $act, array $fields = [], string $more = '' ): void {
	printf( '<form method="post" action="%s"%s>', esc_url( admin_url( 'admin-post.php' ) ), $more === '' ? '' : ' ' . $more );
	printf( '<input type="hidden" name="action" value="%s">', esc_attr( "parvis_$act" ) );
	wp_nonce_field( "parvis_$act" );
	foreach ( $fields as $name => $value ) {
		printf( '<input type="hidden" name="%s" value="%s">', esc_attr( $name ), esc_attr( $value ) );
	}
}

/** Plain text with its paragraphs. */
function show_text( string $text ): void {
	echo wp_kses_post( wpautop( esc_html( $text ) ) );
}
