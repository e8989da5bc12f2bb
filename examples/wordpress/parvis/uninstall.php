<?php
/**
 * Deleting the plugin takes its settings along, on every site of a network. Texts keep their plain links. The tables of a site that is its own backend stay:
 * votes do not go by a slip.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require __DIR__ . '/includes/settings.php';

$parvis_sites = is_multisite() ? get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) : array( 0 );
foreach ( $parvis_sites as $parvis_site ) {
	if ( $parvis_site ) {
		switch_to_blog( $parvis_site );
	}
	foreach ( array_merge( array_keys( Parvis\OPTIONS ), array( 'parvis_origins', 'parvis_salt_of_the_day', 'parvis_votes_rewritten' ) ) as $parvis_option ) {
		delete_option( $parvis_option );
	}
	if ( $parvis_site ) {
		restore_current_blog();
	}
}
