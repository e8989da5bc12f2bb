<?php
// The site of a trial sends no mail, and its pages ask no other host.
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'emoji_svg_url', '__return_false' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
