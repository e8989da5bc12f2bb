<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

require_once __DIR__ . '/../inc/Tag.php';

/** @return array<string, string> SPIP shows each sentence at its field, and keeps what was typed */
function formulaires_configurer_parvis_verifier_dist(): array {
	$typed = trim((string) _request('server'));
	return $typed === '' || Parvis\Tag::server($typed) !== '' ? [] : ['server' => _T('parvis:server_erreur')];
}
