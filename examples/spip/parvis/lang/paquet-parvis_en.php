<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

$GLOBALS[$GLOBALS['idx_lang']] = [
	'parvis_description' => 'Votes, ideas, questions and follow-up of a Parvis server inside articles, with &lt;parvis-ballot|consultation=…|ballot=…&gt;',
	'parvis_nom' => 'Parvis',
	'parvis_slogan' => 'A vote inside an article',
];
