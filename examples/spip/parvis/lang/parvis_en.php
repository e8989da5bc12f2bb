<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'server' => 'Address of the Parvis server',
	'server_aide' => 'For example https://participer.ville.example',
	'server_erreur' => 'Write the whole address: it begins with https:// and has no space.',
	'titre' => 'Parvis',
];
