<?php
/**
 * Settings, Parvis.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	static function (): void {
		add_options_page( 'Parvis', 'Parvis', 'manage_options', 'parvis', __NAMESPACE__ . '\\show_settings' );
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	static function ( array $links ): array {
		return array_merge( array( sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=parvis' ) ), esc_html__( 'Settings', 'parvis' ) ) ), $links );
	}
);

function show_settings(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>Parvis</h1>';
	echo '<p>', esc_html__( 'Widgets with which residents vote, propose ideas, ask questions and see what became of it all. In the editor they are the block “Parvis”; a link to a page of the server, on a line of its own, becomes a widget too.', 'parvis' ), '</p>';
	show_findings();
	echo '<form method="post" action="options.php">';
	settings_fields( 'parvis' );
	echo '<table class="form-table" role="presentation">';
	show_choice(
		'parvis_mode',
		__( 'Where the data live', 'parvis' ),
		array(
			'server'    => __( 'A Parvis server', 'parvis' ),
			'wordpress' => __( 'This WordPress', 'parvis' ),
		),
		''
	);
	show_address();
	show_choice( 'parvis_language', __( 'Language', 'parvis' ), array_merge( array( 'page' => __( 'As the page', 'parvis' ) ), LANGUAGES ), __( 'Widgets speak French, English and Arabic; French where a page has another language. A block may have its own.', 'parvis' ) );
	show_choice(
		'parvis_theme',
		__( 'Colours', 'parvis' ),
		array(
			'page'  => __( 'As the page', 'parvis' ),
			'light' => __( 'Light', 'parvis' ),
			'dark'  => __( 'Dark', 'parvis' ),
		),
		__( 'Single colours are CSS custom properties that your theme may set, such as --parvis-accent.', 'parvis' )
	);
	show_choice(
		'parvis_tier',
		__( 'How widgets are shown', 'parvis' ),
		array(
			'widget' => __( 'In the page, with one small script', 'parvis' ),
			'frame'  => __( 'In frames, without any script', 'parvis' ),
		),
		__( 'Frames are for sites that forbid scripts from another host. Their height is fixed, and links in your texts stay links.', 'parvis' )
	);
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

function show_address(): void {
	echo '<tr><th scope="row"><label for="parvis_backend">', esc_html__( 'Address of the Parvis server', 'parvis' ), '</label></th><td>';
	printf( '<input type="text" inputmode="url" id="parvis_backend" name="parvis_backend" class="regular-text code" value="%s" placeholder="https://participer.ville.example" aria-describedby="parvis_backend_hint">', esc_attr( option( 'parvis_backend' ) ) );
	echo '<p class="description" id="parvis_backend_hint">', esc_html__( 'Any address of the server will do, that of a ballot too.', 'parvis' ), '</p></td></tr>';
}

/** A few choices of which one holds. */
function show_choice( string $name, string $label, array $choices, string $hint ): void {
	printf( '<tr><th scope="row">%1$s</th><td><fieldset%2$s><legend class="screen-reader-text">%1$s</legend>', esc_html( $label ), '' === $hint ? '' : sprintf( ' aria-describedby="%s_hint"', esc_attr( $name ) ) );
	foreach ( $choices as $value => $text ) {
		printf( '<label><input type="radio" name="%s" value="%s"%s> %s</label><br>', esc_attr( $name ), esc_attr( $value ), checked( option( $name ), $value, false ), esc_html( $text ) );
	}
	if ( '' !== $hint ) {
		printf( '<p class="description" id="%s_hint">%s</p>', esc_attr( $name ), esc_html( $hint ) );
	}
	echo '</fieldset></td></tr>';
}

/** What the server answers now: asked each time this page is opened, so also after saving. */
function show_findings(): void {
	if ( 'server' !== option( 'parvis_mode' ) ) {
		return;
	}
	if ( '' === option( 'parvis_backend' ) ) {
		printf( '<div class="notice notice-info inline"><p>%s</p></div>', esc_html__( 'First give the address of your Parvis server below, and save. This page then says whether the two understand each other.', 'parvis' ) );
		return;
	}
	$found = check( option( 'parvis_backend' ) );
	foreach ( array_filter( $found, static fn( $one ) => ! $one['ok'] ) as $fault ) {
		printf( '<div class="notice notice-error inline"><p><strong>%s</strong> %s', esc_html__( 'To be mended:', 'parvis' ), esc_html( $fault['text'] ) );
		printf( '<br>%s%s</p></div>', esc_html( $fault['todo'] ), '' === $fault['code'] ? '' : ' <code>' . esc_html( $fault['code'] ) . '</code>' );
	}
	$well = array_filter( $found, static fn( $one ) => $one['ok'] );
	if ( $well ) {
		printf( '<div class="notice notice-success inline"><p><strong>%s</strong></p><ul class="ul-disc">', esc_html__( 'All right:', 'parvis' ) );
		foreach ( $well as $one ) {
			printf( '<li>%s</li>', esc_html( $one['text'] ) );
		}
		echo '</ul></div>';
	}
}
