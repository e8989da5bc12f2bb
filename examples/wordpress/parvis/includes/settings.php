<?php
/**
 * What the site chose. Everything is read here and nowhere else.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

/** Names of the options, and their values before anybody chose. Uninstalling removes them. */
const OPTIONS = array(
	// Where the data live: `server`, a Parvis server; `wordpress`, this site itself.
	'parvis_mode'     => 'server',
	// Address of the server, without a slash at its end. Empty: none yet.
	'parvis_backend'  => '',
	// Language of the widgets: `page`, or a code of LANGUAGES.
	'parvis_language' => 'page',
	// Colours: `page`, `light` or `dark`.
	'parvis_theme'    => 'page',
	// `widget`, or `frame` where no script may run.
	'parvis_tier'     => 'widget',
);

/** Languages that the widgets speak, each with its own name. */
const LANGUAGES = array(
	'fr' => 'Français',
	'en' => 'English',
	'ar' => 'العربية',
);

/** The value of an option. */
function option( string $name ): string {
	return (string) get_option( $name, OPTIONS[ $name ] );
}

/** Address that the widgets speak to, without a slash at its end; the contract lies behind it at `/api/v1`. Empty: not set up yet. */
function backend(): string {
	/**
	 * A backend inside WordPress says its own address here.
	 *
	 * @param string $address the server of the settings; empty in the mode `wordpress`
	 */
	return (string) apply_filters( 'parvis_backend', 'server' === option( 'parvis_mode' ) ? option( 'parvis_backend' ) : '' );
}

/** Folder of the widgets' files, with a slash at its end: the server's own, or the copy beside this plugin. */
function files(): string {
	return 'server' === option( 'parvis_mode' ) ? backend() . '/embed/' : plugins_url( 'embed/', FILE );
}
