<?php
/**
 * What may be entered on the settings page. WordPress checks the account and the nonce (options.php) before these are called.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_init',
	static function (): void {
		$choices = array(
			'parvis_mode'     => array( 'server', 'wordpress' ),
			'parvis_language' => array_merge( array( 'page' ), array_keys( LANGUAGES ) ),
			'parvis_theme'    => array( 'page', 'light', 'dark' ),
			'parvis_tier'     => array( 'widget', 'frame' ),
		);
		foreach ( $choices as $name => $allowed ) {
			register_setting(
				'parvis',
				$name,
				array(
					'default'           => OPTIONS[ $name ],
					'sanitize_callback' => static function ( $value ) use ( $name, $allowed ): string {
						return in_array( $value, $allowed, true ) ? $value : option( $name );
					},
				)
			);
		}
		register_setting(
			'parvis',
			'parvis_backend',
			array(
				'default'           => OPTIONS['parvis_backend'],
				'sanitize_callback' => __NAMESPACE__ . '\\read_address',
			)
		);
	}
);

/**
 * The address of a server, from whatever of its addresses was pasted: that of a ballot will do. What cannot be one leaves the
 * setting as it was, and says so.
 */
function read_address( $value ): string {
	$value = trim( is_string( $value ) ? $value : '' );
	if ( '' === $value ) {
		return '';
	}
	$parts = wp_parse_url( preg_match( '~^[a-z]+://~i', $value ) ? $value : "https://$value" );
	if ( ! isset( $parts['scheme'], $parts['host'] ) || ! in_array( strtolower( $parts['scheme'] ), array( 'http', 'https' ), true ) || preg_match( '/[\s<>"\']/', $parts['host'] ) || isset( $parts['user'] ) ) {
		add_settings_error( 'parvis_backend', 'address', __( 'The address of the server was not changed: it has to look like https://participer.ville.example.', 'parvis' ) );
		return option( 'parvis_backend' );
	}
	$path = preg_replace( '~/(c|embed|api|files)(/.*)?$~', '', isset( $parts['path'] ) ? $parts['path'] : '' );
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' ) . rtrim( esc_url_raw( $path ), '/' );
}
