<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'parvis_description' => 'Votes, idées, questions et suites d’un serveur Parvis dans les articles, avec &lt;parvis-ballot|consultation=…|ballot=…&gt;',
	'parvis_nom' => 'Parvis',
	'parvis_slogan' => 'Un vote dans un article',
];
