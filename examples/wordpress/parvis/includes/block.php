<?php
/**
 * The block "Parvis". What is saved in the text is a plain link; the tag is made of it when the page is shown.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function (): void {
		$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' );
		foreach ( array( 'lists', 'preview', 'fields', 'block' ) as $part ) {
			wp_register_script( "parvis-$part", plugins_url( "block/$part.js", FILE ), $needs, VERSION, true );
			$needs[] = "parvis-$part";
		}
		wp_set_script_translations( 'parvis-block', 'parvis', dirname( FILE ) . '/languages' );
		register_block_type(
			dirname( FILE ) . '/block',
			array(
				'render_callback' => static function ( array $attributes ): string {
					return render( $attributes, get_block_wrapper_attributes() );
				},
			)
		);
	}
);

add_action(
	'enqueue_block_editor_assets',
	static function (): void {
		wp_add_inline_script( 'parvis-lists', 'window.parvisEditor = ' . wp_json_encode( for_editor(), JSON_HEX_TAG ) . ';', 'before' );
	}
);

/** What the editor has to know of the settings. */
function for_editor(): array {
	$widgets = array();
	foreach ( Tag::PAGES as $name => $page ) {
		$widgets[] = array(
			'name'    => $name,
			'title'   => widget_names()[ $name ],
			'text'    => link_texts()[ $name ],
			'page'    => $page,
			'ballot'  => Tag::isOfBallot( $name ),
			// The block puts ids in the place of the two words.
			'address' => Tag::page(
				$name,
				array(
					'consultation' => 'CONSULTATION',
					'ballot'       => 'BALLOT',
				),
				backend()
			),
		);
	}
	return array(
		'backend'   => backend(),
		'files'     => files(),
		'language'  => option( 'parvis_language' ),
		'siteLang'  => get_bloginfo( 'language' ),
		'theme'     => option( 'parvis_theme' ),
		'languages' => LANGUAGES,
		'widgets'   => $widgets,
		'settings'  => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=parvis' ) : '',
	);
}
