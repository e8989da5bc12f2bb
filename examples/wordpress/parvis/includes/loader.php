<?php
/**
 * The one script of a page that shows a widget or links to one; other pages load nothing.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_action(
	'wp_head',
	static function (): void {
		if ( '' !== backend() ) {
			printf( "<meta name=\"parvis-backend\" content=\"%s\">\n", esc_url( backend() ) );
		}
	}
);

/** Puts the script at the end of this page, once. */
function need_loader(): void {
	if ( '' !== backend() && 'widget' === option( 'parvis_tier' ) ) {
		wp_enqueue_script( 'parvis-loader', files() . 'parvis-loader.js', array(), null, true );
	}
}

// A server that is slow or away must not hold up the page.
add_filter(
	'script_loader_tag',
	static function ( string $tag, string $handle ): string {
		return 'parvis-loader' === $handle ? str_replace( ' src=', ' async src=', $tag ) : $tag;
	},
	10,
	2
);

/** Looks for links and tags that an editor wrote into a text. */
function look_for_links( $html ) {
	$text = (string) $html;
	// Asked of every block of every page, so the cheap question comes first.
	if ( false !== strpos( $text, '<parvis-' ) || ( false !== strpos( $text, '/c/' ) && '' !== backend() && false !== strpos( $text, backend() . '/c/' ) ) ) {
		need_loader();
	}
	return $html;
}

foreach ( array( 'the_content', 'render_block', 'widget_text', 'widget_block_content' ) as $place ) {
	add_filter( $place, __NAMESPACE__ . '\\look_for_links', 99 );
}
