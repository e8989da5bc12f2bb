<?php
/**
 * Translations of this plugin's own sentences. Those of the widgets come with the widgets.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function (): void {
		load_plugin_textdomain( 'parvis', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	0
);

// French is the same here in Belgium, Canada and Switzerland.
add_filter( 'load_textdomain_mofile', __NAMESPACE__ . '\\nearest_language', 10, 2 );
add_filter(
	'load_script_translation_file',
	static function ( $file, $handle, $domain ) {
		return nearest_language( $file, $domain );
	},
	10,
	3
);

/** The file asked for; where it is missing and the language is a French one, that of France. */
function nearest_language( $file, $domain ) {
	return 'parvis' === $domain && $file && ! is_readable( $file ) ? preg_replace( '~/parvis-fr_[A-Z]{2}(?=[.-][^/]*$)~', '/parvis-fr_FR', $file ) : $file;
}
