<?php
/**
 * Where the link inside a tag leads: `<backend>/c/CONSULTATION/…`. A Parvis server has whole pages there that work without JavaScript; here it is a page that
 * says how else to take part, so that nobody ends before an error.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Before WordPress takes the address for one of its REST API. */
function show_plain_page( \WP $wp ): void {
	$route = $wp->query_vars['rest_route'] ?? '';
	if ( !preg_match( '~^/' . REST_NAMESPACE . '/c/([A-Za-z0-9._\~-]{1,100})(/|$)~', $route, $match ) ) {
		return;
	}
	try {
		$c = consultation( $match[1] );
	} catch ( Problem $problem ) {
		wp_die( esc_html__( 'There is no such consultation.', 'parvis' ), '', ['response' => 404] );
	}
	$asked = isset( $_GET['locale'] ) && is_string( $_GET['locale'] ) ? wp_unslash( $_GET['locale'] ) : get_locale();
	$lang = closest_language( $c['languages'], str_replace( '_', '-', $asked ) );
	$title = words( $c['title'], $lang );
	$lines = array_filter( [
		__( 'To take part here, your browser has to run JavaScript.', 'parvis' ),
		words( $c['offline'] ?? null, $lang ),
		/* translators: %s: who organises the consultation, and how to reach them */
		sprintf( __( 'To take part in another way, ask: %s', 'parvis' ), implode( ', ', array_filter( [words( $c['organiser']['name'], $lang ), $c['organiser']['contact'] ?? null] ) ) ),
	] );
	$html = sprintf( '<h1>%s</h1>', esc_html( $title ) );
	foreach ( $lines as $line ) {
		$html .= wpautop( esc_html( $line ) );
	}
	$html .= sprintf( '<p><a href="%s">%s</a></p>', esc_url( home_url( '/' ) ), esc_html( get_bloginfo( 'name' ) ) );
	wp_die( wp_kses_post( $html ), esc_html( $title ), ['response' => 200] );
}
