<?php
/**
 * WordPress as the backend: the contract of Parvis over the REST API, in tables of its own. The plugin loads this one file when its mode is `wordpress`.
 * See docs/en/cms/wordpress-backend.md for what is offered and what is not.
 */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

if ( \Parvis\option( 'parvis_mode' ) !== 'wordpress' ) {
	return;
}

foreach (
	[
		'contract/contract', 'contract/schema', 'contract/codes', 'contract/canonical', 'contract/vote-rules', 'contract/text-rules', 'contract/time',
		'contract/localize', 'contract/definition-rules', 'contract/results-rules',
		'store/database', 'store/tables', 'store/secrets', 'store/consultations', 'store/proposals', 'store/contributions', 'store/reactions', 'store/votes',
		'store/results', 'store/moderation', 'store/housekeeping',
		'verbs/pages', 'verbs/backend', 'verbs/consultations', 'verbs/proposals', 'verbs/votes', 'verbs/results', 'verbs/faq', 'verbs/feedback',
		'rest/routes', 'rest/answer', 'rest/input', 'rest/access', 'rest/rate-limit', 'rest/plain-page',
	] as $file
) {
	require_once __DIR__ . "/$file.php";
}

add_action( 'init', __NAMESPACE__ . '\ensure_tables' );
add_action( 'init', __NAMESPACE__ . '\plan_housekeeping' );
register_deactivation_hook( dirname( __DIR__ ) . '/parvis.php', __NAMESPACE__ . '\stop_housekeeping' );
add_action( 'parvis_housekeeping', __NAMESPACE__ . '\keep_house' );
add_action( 'parvis_rewrite_votes', __NAMESPACE__ . '\rewrite_votes' );

add_filter( 'parvis_backend', __NAMESPACE__ . '\backend_address' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );
add_action( 'parse_request', __NAMESPACE__ . '\show_plain_page', 5 );
add_filter( 'rest_jsonp_enabled', __NAMESPACE__ . '\refuse_jsonp' );
add_filter( 'rest_authentication_errors', __NAMESPACE__ . '\ignore_stale_nonce', 200 );
add_filter( 'rest_post_dispatch', __NAMESPACE__ . '\refuse_as_contract' );
add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\send_cors_headers', 20 );

if ( is_admin() ) {
	foreach ( ['pages', 'consultations', 'consultation', 'contributions', 'acts', 'sentences', 'privacy'] as $file ) {
		require_once __DIR__ . "/admin/$file.php";
	}
	add_action( 'admin_menu', __NAMESPACE__ . '\add_pages' );
	add_acts();
	add_privacy_tools();
}
