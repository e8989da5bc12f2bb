<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'server' => 'Adresse du serveur Parvis',
	'server_aide' => 'Par exemple https://participer.ville.example',
	'server_erreur' => 'Écrivez l’adresse entière, qui commence par https:// et sans espace.',
	'titre' => 'Parvis',
];
