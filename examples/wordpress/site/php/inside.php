<?php
// Runs the body of a function inside WordPress, as nobody in particular; its result is the last line, as JSON.
require getcwd() . '/wp-load.php';
$parvis_run = eval( 'return static function () {' . $argv[1] . '};' );
echo "\n", wp_json_encode( $parvis_run() );
