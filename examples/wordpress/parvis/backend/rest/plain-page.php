<?php
/**
 * Where the link inside a tag leads, and a frame: `<backend>/c/CONSULTATION/vote/BALLOT` and its sisters, as on a Parvis server. Here it is a page with nothing
 * but the widget, which the sites of the organiser's list may frame and no other: elsewhere a ballot could lie unseen under something to click on. Where no
 * script runs it says how else to take part, so that nobody ends before an error.
 */

namespace Parvis\Backend;

use Parvis\Tag;

defined( 'ABSPATH' ) || exit;

/** Before WordPress takes the address for one of its REST API. */
function show_plain_page( \WP $wp ): void {
	$id = '[A-Za-z0-9._\~-]{1,100}';
	if ( !preg_match( '~^/' . REST_NAMESPACE . "/c/($id)(?:/([a-z]+)(?:/($id))?)?/?$~D", $wp->query_vars['rest_route'] ?? '', $match ) ) {
		return;
	}
	try {
		$c = consultation( $match[1] );
	} catch ( \Throwable $error ) {
		refuse_plain_page( $error );
	}
	$asked = isset( $_GET['locale'] ) && is_string( $_GET['locale'] ) ? wp_unslash( $_GET['locale'] ) : get_locale();
	$lang = closest_language( $c['languages'], str_replace( '_', '-', $asked ) );
	status_header( 200 );
	header( 'Content-Type: text/html; charset=utf-8' );
	header( 'X-Robots-Tag: noindex' );
	header( "Content-Security-Policy: frame-ancestors 'self' " . implode( ' ', allowed_origins() ) );
	printf( '<!DOCTYPE html><html lang="%s" dir="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">', esc_attr( $lang ), strtok( $lang, '-' ) === 'ar' ? 'rtl' : 'ltr' );
	printf( '<title>%s</title><style>body{font:1.1em/1.5 system-ui,sans-serif;max-width:48rem;margin:1rem auto;padding:0 1rem}</style></head><body>', esc_html( words( $c['title'], $lang ) ) );
	printf( '<h1>%s</h1>', esc_html( words( $c['title'], $lang ) ) );
	show_widget( $c, array_search( $match[2] ?? '', Tag::PAGES, true ) ?: null, $match[3] ?? $c['ballots'][0]['id'] ?? '', $lang );
	printf( '<p><a href="%s">%s</a></p>', esc_url( home_url( '/' ) ), esc_html( get_bloginfo( 'name' ) ) );
	echo '</body></html>';
	exit;
}

/** Ends the call with a page that says why. */
function refuse_plain_page( \Throwable $error ): void {
	if ( $error instanceof Problem && $error->kind === 'not-found' ) {
		wp_die( esc_html__( 'There is no such consultation.', 'parvis' ), '', ['response' => 404] );
	}
	log_cause( $error );
	header( 'Retry-After: 60' );
	wp_die( esc_html__( 'The database did not answer. Try again in a minute.', 'parvis' ), '', ['response' => 503] );
}

/** The tag, and in it what stands there until the widget is ready, and where it never is. @param string|null $widget null: no widget has this address */
function show_widget( array $c, ?string $widget, string $ballot, string $lang ): void {
	$ways = '';
	foreach ( array_slice( other_ways( $c, $lang ), $widget === null ? 1 : 0 ) as $line ) {
		$ways .= wpautop( esc_html( $line ) );
	}
	if ( $widget === null ) {
		echo wp_kses_post( $ways );
		return;
	}
	$asked = ['consultation' => $c['id'], 'ballot' => Tag::isOfBallot( $widget ) ? $ballot : '', 'lang' => $lang];
	echo Tag::element( $widget, $asked, backend_address(), wp_kses_post( $ways ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- it escapes.
	printf( '<script async src="%s"></script>', esc_url( \Parvis\files() . 'parvis-loader.js' ) ); // phpcs:ignore WordPress.WP.EnqueuedResources -- this page has no theme.
}

/** What stands in the place of a widget. @return string[] */
function other_ways( array $c, string $lang ): array {
	return array_filter( [
		__( 'To take part here, your browser has to run JavaScript.', 'parvis' ),
		words( $c['offline'] ?? null, $lang ),
		/* translators: %s: who organises the consultation, and how to reach them */
		sprintf( __( 'To take part in another way, ask: %s', 'parvis' ), implode( ', ', array_filter( [words( $c['organiser']['name'], $lang ), $c['organiser']['contact'] ?? null] ) ) ),
	] );
}
