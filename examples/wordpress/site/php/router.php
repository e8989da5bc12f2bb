<?php
// For `php -S`: what is a file is served, everything else is an address of WordPress.
$parvis_root = $_SERVER['DOCUMENT_ROOT'];
$parvis_path = '/' . trim( rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ), '/' );
if ( '/' !== $parvis_path && ( is_file( $parvis_root . $parvis_path ) || is_file( "$parvis_root$parvis_path/index.php" ) ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
require $parvis_root . '/index.php';
