<?php
/**
 * [parvis ballot consultation="bp-2026" ballot="vote"], with lang, theme, heading-level and text where wanted. `widget="ballot"` says the first word by name.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_shortcode(
	'parvis',
	static function ( $written ): string {
		$written = is_array( $written ) ? $written : array();
		// Editors for rich text write `&amp;` and the like.
		$written = array_map(
			static function ( string $value ): string {
				return html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			},
			$written
		);
		$named   = array(
			'widget'  => $written[0] ?? '',
			'heading' => $written['heading-level'] ?? '',
		);
		return render( $written + $named );
	}
);
