<?php
// Run by php on the command line, with the choices as JSON: what a person does on the pages of wp-admin/install.php and the first screens after it.
define( 'WP_INSTALLING', true );
$parvis_choices         = json_decode( $argv[1], true );
$_SERVER['HTTP_HOST']   = $parvis_choices['host'];
$_SERVER['REQUEST_URI'] = '/';
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

load_default_textdomain( $parvis_choices['locale'] );
$GLOBALS['wp_locale'] = new WP_Locale();
wp_install( $parvis_choices['title'], 'admin', 'admin@ville.example', true, '', $parvis_choices['password'], $parvis_choices['locale'] );
foreach ( array( 'editor', 'author', 'contributor' ) as $parvis_role ) {
	wp_insert_user(
		array(
			'user_login' => $parvis_role,
			'user_pass'  => $parvis_choices['password'],
			'user_email' => "$parvis_role@ville.example",
			'role'       => $parvis_role,
		)
	);
}
// The tour of the editor shows pictures from another host.
foreach ( get_users() as $parvis_user ) {
	update_user_meta( $parvis_user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ) ) );
}
foreach ( $parvis_choices['options'] as $parvis_name => $parvis_value ) {
	update_option( $parvis_name, $parvis_value );
}
