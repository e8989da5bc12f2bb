<?php
/** The contract's addresses below `/wp-json/parvis/v1`, where the `http` adapter looks for them: `<backend>/api/v1/…`. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** For WordPress; the adapter adds `/api/v1`. */
const REST_NAMESPACE = 'parvis/v1';

/** What a page names as its `backend`. */
function backend_address(): string {
	return untrailingslashit( rest_url( REST_NAMESPACE ) );
}

function register_routes(): void {
	foreach ( contract( 'operations' ) as $group => $verbs ) {
		foreach ( $verbs as $verb => $operation ) {
			$path = preg_replace( '/\{(\w+)\}/', '(?P<$1>[^/]+)', $operation['path'] );
			register_rest_route( REST_NAMESPACE, "/api/v1$path", [
				'methods' => $operation['method'],
				'permission_callback' => '__return_true',
				'callback' => static function ( \WP_REST_Request $request ) use ( $operation, $group, $verb ) {
					return answer( $request, $operation, function_for( $group, $verb ) );
				},
			] );
		}
	}
}

/** `proposals`, `withdrawSupport` → `proposals_withdraw_support`. */
function function_for( string $group, string $verb ): string {
	return __NAMESPACE__ . '\\' . $group . '_' . strtolower( preg_replace( '/[A-Z]/', '_$0', $verb ) );
}

/** The groups that have PHP for every verb. Files of residents are not among them: WordPress would show them before anybody has looked at them. */
function offered_groups(): array {
	return array_keys( array_filter( array_diff_key( contract( 'operations' ), ['backend' => 1] ), static function ( array $verbs, string $group ): bool {
		return array_filter( array_keys( $verbs ), static function ( string $verb ) use ( $group ): bool {
			return !function_exists( function_for( $group, $verb ) );
		} ) === [];
	}, ARRAY_FILTER_USE_BOTH ) );
}

/** Whether this request is for one of these addresses. Capitals are no other address: WordPress finds its routes whatever the case. */
function is_ours(): bool {
	$route = $GLOBALS['wp']->query_vars['rest_route'] ?? '';
	return stripos( ltrim( $route, '/' ) . '/', REST_NAMESPACE . '/' ) === 0;
}
