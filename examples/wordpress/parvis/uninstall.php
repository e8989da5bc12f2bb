<?php
/**
 * Deleting the plugin takes its settings along, on every site of a network. Texts keep their plain links. Votes and ideas that this
 * WordPress keeps itself stay in the database, since people delete a plugin to put a newer one in its place; with
 * `define( 'PARVIS_DELETE_DATA', true );` in wp-config.php they go as well.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

function parvis_uninstall_site(): void {
	global $wpdb;
	foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'parvis\\_%'" ) as $option ) {
		delete_option( $option );
	}
	wp_unschedule_hook( 'parvis_housekeeping' );
	if ( defined( 'PARVIS_DELETE_DATA' ) && PARVIS_DELETE_DATA ) {
		foreach ( $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . 'parvis_' ) . '%' ) ) as $table ) {
			$wpdb->query( "DROP TABLE `$table`" ); // phpcs:ignore WordPress.DB.PreparedSQL -- a name that the database gave.
		}
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $parvis_site ) {
		switch_to_blog( $parvis_site );
		parvis_uninstall_site();
		restore_current_blog();
	}
} else {
	parvis_uninstall_site();
}
