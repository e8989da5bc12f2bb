<?php
/** Codes that people copy by hand, and keys that they never see. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Sixteen signs drawn at random, in groups of four: 72 bits. */
function random_code(): string {
	$alphabet = contract( 'rules' )['codeAlphabet'];
	$code = '';
	for ( $i = 0; $i < 16; $i += 1 ) {
		$code .= $alphabet[random_int( 0, strlen( $alphabet ) - 1 )];
	}
	return group_code( $code );
}

/** As it is stored and compared: capitals, without spaces, dashes or other punctuation. */
function normalize_code( string $code ): string {
	return strtoupper( (string) preg_replace( '/[\s\p{Z}\p{P}]/u', '', $code ) );
}

function group_code( string $code ): string {
	return trim( chunk_split( normalize_code( $code ), 4, ' ' ) );
}

/** What is kept of a code that only its holder knows. */
function hash_of_code( string $code ): string {
	return hash( 'sha256', normalize_code( $code ) );
}

/** 22 signs, 128 bits (RFC 4648 §5 without padding). */
function random_key(): string {
	return rtrim( strtr( base64_encode( random_bytes( 16 ) ), '+/', '-_' ), '=' );
}

/** 32 signs, 128 bits: the id of a row, of which nothing can be read. */
function random_id(): string {
	return bin2hex( random_bytes( 16 ) );
}
