<?php
/** What a call brings: fields of the path, and those of the query or the body. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** @throws Problem `invalid` with pointers, `too-large`, `type-refused` */
function input_of( \WP_REST_Request $request, array $operation ): array {
	$fields = $operation['method'] === 'GET' ? from_query( $request, $operation['input']['properties'] ?? [] ) : from_body( $request );
	foreach ( $request->get_url_params() as $name => $value ) {
		$fields->$name = rawurldecode( $value );
	}
	$issues = [];
	$input = check_schema( $operation['input'], $fields, '', $issues );
	if ( $issues !== [] ) {
		throw new Problem( 'invalid', $issues );
	}
	return $input;
}

/** Everything in a query is text; what means a number becomes one. */
function from_query( \WP_REST_Request $request, array $properties ): \stdClass {
	$fields = new \stdClass();
	foreach ( $request->get_query_params() as $name => $value ) {
		$is_number = ( $properties[$name]['type'] ?? '' ) === 'integer' && is_string( $value ) && preg_match( '/^-?\d{1,15}$/D', $value );
		// Bytes that are no text are refused like any other wrong type.
		$fields->$name = $is_number ? (int) $value : ( is_string( $value ) && preg_match( '//u', $value ) ? $value : null );
	}
	unset( $fields->rest_route, $fields->locale );
	return $fields;
}

function from_body( \WP_REST_Request $request ): \stdClass {
	$type = $request->get_content_type()['value'] ?? '';
	if ( strtolower( $type ) !== 'application/json' ) {
		throw new Problem( 'type-refused', [], 'The body has to be application/json.' );
	}
	$text = $request->get_body();
	if ( strlen( $text ) > BODY_LIMIT ) {
		throw new Problem( 'too-large', [issue( '', 'too-large', BODY_LIMIT, strlen( $text ) )] );
	}
	$body = json_decode( $text );
	if ( !$body instanceof \stdClass ) {
		throw new Problem( 'invalid', [issue( '', 'malformed' )], 'The body has to be a JSON object.' );
	}
	return $body;
}

/** The language a reader asks for: `?locale=`, else what the browser prefers. */
function locale_of( \WP_REST_Request $request ): ?string {
	$asked = $request->get_query_params()['locale'] ?? strtok( (string) $request->get_header( 'Accept-Language' ), ',;' );
	return is_string( $asked ) && preg_match( '/^[A-Za-z0-9-]{1,35}$/D', trim( $asked ) ) ? trim( $asked ) : null;
}
