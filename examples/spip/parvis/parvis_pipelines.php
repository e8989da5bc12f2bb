<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/inc/Tag.php';
include_spip('inc/config');

/** Brings the script to every public page whose template has #INSERT_HEAD. */
function parvis_insert_head(string $flux): string {
	return $flux . Parvis\Tag::head(lire_config('parvis/server', ''));
}
