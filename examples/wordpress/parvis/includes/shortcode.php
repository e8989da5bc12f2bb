<?php
/**
 * [parvis widget="ballot" consultation="bp-2026" ballot="vote"], with lang, theme, heading and text where wanted.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_shortcode(
	'parvis',
	static function ( $attributes ): string {
		return render( is_array( $attributes ) ? $attributes : array() );
	}
);
