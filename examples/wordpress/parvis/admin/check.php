<?php
/**
 * Asks the Parvis server, as a page of this site would, and says in plain words what is in the way.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

/** Seconds to wait for an answer. */
const PATIENCE = 5;

/** What browsers send as the origin of this site's pages: scheme, host, and port where it is not the usual one. */
function origin(): string {
	$parts = wp_parse_url( home_url() );
	return $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/**
 * What was found, in the order in which it has to be mended.
 *
 * @return array list of `ok` (bool), `text` (a sentence), `todo` (what to do, empty when all is well) and `code` (what to type for that, may be empty)
 */
function check( string $server ): array {
	$found = array();
	if ( 0 === strpos( home_url(), 'https://' ) && 0 === strpos( $server, 'http://' ) ) {
		$found[] = fault( __( 'Your site has https and the server has not: browsers refuse to mix the two.', 'parvis' ), __( 'Use the address of the server that begins with https.', 'parvis' ) );
	}
	$answer = ask( $server . '/api/v1' );
	if ( is_wp_error( $answer ) ) {
		/* translators: %s: technical message */
		$found[] = fault( __( 'No server answers at this address.', 'parvis' ), sprintf( __( 'Look for a slip in the address. If there is none, ask whoever runs the server whether it is on, and your web host whether WordPress may call it. (%s)', 'parvis' ), $answer->get_error_message() ) );
		return $found;
	}
	$said = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( 200 !== wp_remote_retrieve_response_code( $answer ) || ! is_array( $said ) || ! isset( $said['contract'] ) ) {
		$found[] = fault( __( 'Something answers at this address, but it is not Parvis.', 'parvis' ), __( 'Give the address at which the Parvis server shows its list of consultations.', 'parvis' ) );
		return $found;
	}
	if ( 0 !== strpos( (string) $said['contract'], '1.' ) ) {
		/* translators: %s: version number */
		$found[] = fault( sprintf( __( 'The server speaks version %s of the contract, this plugin version 1.', 'parvis' ), $said['contract'] ), __( 'Update this plugin.', 'parvis' ) );
		return $found;
	}
	$found[] = well( __( 'The Parvis server answers.', 'parvis' ) );
	return array_merge( $found, array( check_origin( $answer ), check_files( $server ), check_content( $server ) ), check_itself( $server ) );
}

/** Whether the server lets pages of this site speak to it. */
function check_origin( array $answer ): array {
	$allowed = wp_remote_retrieve_header( $answer, 'access-control-allow-origin' );
	if ( '*' === $allowed || origin() === $allowed ) {
		return well( __( 'The server lets pages of this site use it.', 'parvis' ) );
	}
	return fault( __( 'The server does not let pages of this site use it: visitors would see a plain link instead of the widget.', 'parvis' ), __( 'Ask whoever runs the server to start it with this added:', 'parvis' ), '--allow ' . origin() );
}

/** Whether the server has the scripts that pages load. */
function check_files( string $server ): array {
	if ( 200 === wp_remote_retrieve_response_code( ask( $server . '/embed/parvis-loader.js' ) ) ) {
		return well( __( 'The server has the files of the widgets.', 'parvis' ) );
	}
	return fault( __( 'The server has no files of the widgets.', 'parvis' ), __( 'Ask whoever runs the server to run this once, in its folder:', 'parvis' ), 'npm run build' );
}

/** Whether there is anything to show. */
function check_content( string $server ): array {
	$list  = json_decode( wp_remote_retrieve_body( ask( $server . '/api/v1/consultations' ) ), true );
	$names = array_column( is_array( $list ) && isset( $list['items'] ) && is_array( $list['items'] ) ? $list['items'] : array(), 'title' );
	if ( count( $names ) > 0 ) {
		/* translators: %s: names of consultations */
		return well( sprintf( __( 'Consultations there: %s.', 'parvis' ), implode( ', ', array_filter( $names, 'is_string' ) ) . ( isset( $list['next'] ) ? ', …' : '' ) ) );
	}
	return fault( __( 'The server has no consultation yet.', 'parvis' ), __( 'Ask whoever runs the server to open one.', 'parvis' ) );
}

/** What the server finds wrong with itself, but for what has been said above from this site's side. */
function check_itself( string $server ): array {
	$list  = json_decode( wp_remote_retrieve_body( ask( $server . '/api/v1/check' ) ), true );
	$found = array();
	foreach ( is_array( $list ) && isset( $list['items'] ) && is_array( $list['items'] ) ? $list['items'] : array() as $item ) {
		$said = in_array( $item['id'] ?? '', array( 'origins', 'consultations' ), true );
		if ( ! $said && isset( $item['ok'], $item['hint'] ) && ! $item['ok'] && is_string( $item['hint'] ) ) {
			$found[] = fault( __( 'The server says that something is not right with it.', 'parvis' ), $item['hint'] );
		}
	}
	return $found;
}

/** One question to the server, with the origin that a page of this site would have. @return array|\WP_Error */
function ask( string $address ) {
	return wp_remote_get(
		$address,
		array(
			'timeout'     => PATIENCE,
			'redirection' => 0,
			'headers'     => array( 'Origin' => origin() ),
		)
	);
}

function well( string $text ): array {
	return array(
		'ok'   => true,
		'text' => $text,
		'todo' => '',
		'code' => '',
	);
}

function fault( string $text, string $todo, string $code = '' ): array {
	return array(
		'ok'   => false,
		'text' => $text,
		'todo' => $todo,
		'code' => $code,
	);
}
