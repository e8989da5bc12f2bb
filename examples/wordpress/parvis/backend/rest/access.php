<?php
/** Who may call from where. There is no log-in here: visitors take part without an account, and no call looks at who is logged in. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/**
 * A page that was cached yesterday carries a nonce that has run out, and WordPress answers 403 to it, also where nothing is asked of the caller. These
 * addresses ask for no nonce, so a wrong one is no reason to refuse: the call goes on as that of a visitor. What other plugins refuse stays refused.
 * @param \WP_Error|null|true $result
 * @return \WP_Error|null|true
 */
function ignore_stale_nonce( $result ) {
	if ( !is_ours() || !is_wp_error( $result ) || $result->get_error_code() !== 'rest_cookie_invalid_nonce' ) {
		return $result;
	}
	// Whoever the cookie names is somebody only together with a nonce that holds.
	wp_set_current_user( 0 );
	return true;
}

/** A script of any site could read what comes as JSONP, whatever the list says. */
function refuse_jsonp( bool $enabled ): bool {
	return $enabled && !is_ours();
}

/** Host pages on other sites that may call, as the organiser listed them: `https://www.ville.example`, or `*` for every site. */
function allowed_origins(): array {
	return preg_split( '/\s+/', strtolower( (string) get_option( 'parvis_origins', '' ) ), -1, PREG_SPLIT_NO_EMPTY ) ?: [];
}

/**
 * WordPress lets every site read what the REST API answers, also with cookies. Here it is the sites of the list, and never with cookies.
 * @param mixed $served passed on
 * @return mixed
 */
function send_cors_headers( $served ) {
	if ( !is_ours() ) {
		return $served;
	}
	foreach ( ['Origin', 'Credentials', 'Methods', 'Headers'] as $name ) {
		header_remove( "Access-Control-Allow-$name" );
	}
	header( 'Access-Control-Expose-Headers: ETag, Retry-After' );
	$origin = strtolower( (string) get_http_origin() );
	$everybody = in_array( '*', allowed_origins(), true );
	if ( $everybody || ( $origin !== '' && in_array( $origin, allowed_origins(), true ) ) ) {
		header( 'Access-Control-Allow-Origin: ' . ( $everybody ? '*' : $origin ) );
		header( 'Access-Control-Allow-Methods: GET, POST' );
		header( 'Access-Control-Allow-Headers: Content-Type, If-None-Match' );
		header( 'Access-Control-Max-Age: 86400' );
	}
	return $served;
}
