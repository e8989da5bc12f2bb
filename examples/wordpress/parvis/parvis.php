<?php
/**
 * Plugin Name:       Parvis
 * Description:       Votes, ideas, questions and what became of them: accessible widgets for taking part, as a block, a shortcode or a plain link.
 * Version:           0.1.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            Parvis
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       parvis
 * Domain Path:       /languages
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;

require __DIR__ . '/Tag.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/languages.php';
require __DIR__ . '/includes/widgets.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/loader.php';
require __DIR__ . '/includes/tags.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/backend/backend.php';
if ( is_admin() ) {
	require __DIR__ . '/admin/check.php';
	require __DIR__ . '/admin/fields.php';
	require __DIR__ . '/admin/page.php';
}
