<?php
/**
 * WordPress takes tags it does not know out of what authors and contributors write. These may stay: they hold no script, and
 * without an attribute `backend` they only ever speak to the backend of the settings.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_filter(
	'wp_kses_allowed_html',
	static function ( array $tags, $context ): array {
		if ( 'post' === $context ) {
			foreach ( array_keys( Tag::PAGES ) as $name ) {
				$tags[ "parvis-$name" ] = array_fill_keys( array_merge( array_keys( Tag::ATTRIBUTES ), array( 'class', 'id' ) ), true );
			}
		}
		return $tags;
	},
	10,
	2
);
