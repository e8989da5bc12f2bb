<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/inc/Tag.php';
include_spip('inc/config');

/**
 * The tag of a model: `<parvis-ballot|consultation=bp-2026|ballot=vote|text=Voter>`.
 * @param array<string, string>|null $args what the editor wrote; SPIP's own words, such as `center`, are in it too
 */
function parvis_tag(?array $args, string $widget): string {
	$asked = [];
	foreach ($args ?? [] as $name => $value) {
		if ((string) $name !== (string) $value && $name !== 'align') {
			$asked[strtolower($name)] = html_entity_decode((string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8');
		}
	}
	return Parvis\Tag::html($widget, $asked, lire_config('parvis/server', ''), $GLOBALS['spip_lang']);
}
