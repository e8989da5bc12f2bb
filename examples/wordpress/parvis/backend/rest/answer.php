<?php
/** One call: its input checked, its verb asked, its answer or its problem sent. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function answer( \WP_REST_Request $request, array $operation, string $verb ): \WP_REST_Response {
	try {
		if ( !function_exists( $verb ) ) {
			throw new Problem( 'unsupported' );
		}
		if ( $operation['method'] === 'POST' ) {
			limit_calls();
		}
		return reply( $request, $verb( input_of( $request, $operation ), locale_of( $request ) ) );
	} catch ( Problem $problem ) {
		log_cause( $problem->getPrevious() );
		return refuse( $problem );
	} catch ( \Throwable $error ) {
		log_cause( $error );
		return refuse( new Problem( 'backend-fault' ) );
	}
}

/** For whoever runs the site. Says what went wrong, never who asked. */
function log_cause( ?\Throwable $error ): void {
	if ( $error !== null ) {
		error_log( 'Parvis: ' . get_class( $error ) . ': ' . $error->getMessage() . ' at ' . basename( $error->getFile() ) . ':' . $error->getLine() );
	}
}

/** With an ETag, so that an answer that has not changed need not travel again. */
function reply( \WP_REST_Request $request, array $answer ): \WP_REST_Response {
	if ( $request->get_method() !== 'GET' ) {
		return new \WP_REST_Response( $answer, 200, ['Cache-Control' => 'no-store'] );
	}
	$etag = '"' . substr( hash( 'sha256', json_text( $answer ) ), 0, 32 ) . '"';
	$headers = ['ETag' => $etag, 'Cache-Control' => 'no-cache'];
	return $request->get_header( 'If-None-Match' ) === $etag ? new \WP_REST_Response( null, 304, $headers ) : new \WP_REST_Response( $answer, 200, $headers );
}

function refuse( Problem $problem, ?int $status = null ): \WP_REST_Response {
	$headers = ['Content-Type' => 'application/problem+json', 'Cache-Control' => 'no-store'];
	if ( $problem->retry_after !== null ) {
		$headers['Retry-After'] = (string) $problem->retry_after;
	}
	return new \WP_REST_Response( ['status' => $status ?? $problem->status()] + $problem->details(), $status ?? $problem->status(), $headers );
}

/** What WordPress itself refuses before a verb is asked, in the words of the contract. */
function refuse_as_contract( \WP_HTTP_Response $response ): \WP_HTTP_Response {
	$code = is_ours() ? ( $response->get_data()['code'] ?? '' ) : '';
	if ( $code === 'rest_no_route' ) {
		return refuse( new Problem( 'not-found', [], 'There is no such operation.' ) );
	}
	if ( $code === 'rest_invalid_json' ) {
		return refuse( new Problem( 'invalid', [issue( '', 'malformed' )], 'The body is not JSON.' ), 400 );
	}
	return $response;
}
