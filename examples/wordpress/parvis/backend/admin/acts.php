<?php
/** What the organiser's forms do. Every act asks for its nonce and for the right to act, then leads back to the page. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** Acts by the right that each asks for. Which sites may call and frame is no matter of one consultation. */
const ACTS = ['open' => ORGANISER, 'origins' => 'manage_options', 'moderate' => ORGANISER, 'answer' => ORGANISER, 'export' => ORGANISER];

function add_acts(): void {
	foreach ( ACTS as $act => $right ) {
		add_action( "admin_post_parvis_$act", static function () use ( $act, $right ) {
			if ( !current_user_can( $right ) ) {
				wp_die( esc_html__( 'Your account may not do this.', 'parvis' ), 403 );
			}
			check_admin_referer( "parvis_$act" );
			$do = __NAMESPACE__ . "\\act_$act";
			try {
				$query = $do();
			} catch ( \Throwable $error ) {
				log_cause( $error instanceof Problem ? $error->getPrevious() : $error );
				tell( 'error', [__( 'This could not be done: the database did not answer, or somebody else was quicker. Look at the page and try again.', 'parvis' )] );
				$query = array_filter( ['consultation' => field( 'consultation' )] );
			}
			wp_safe_redirect( page_url( $query ) );
			exit;
		} );
	}
}

/** A field of the form, as it was typed. */
function field( string $name ): string {
	return isset( $_POST[$name] ) && is_string( $_POST[$name] ) ? wp_check_invalid_utf8( wp_unslash( $_POST[$name] ) ) : '';
}

function act_open(): array {
	$file = $_FILES['parvis_file'] ?? ['error' => UPLOAD_ERR_NO_FILE];
	if ( $file['error'] !== UPLOAD_ERR_OK || !is_uploaded_file( $file['tmp_name'] ) ) {
		tell( 'error', [
			in_array( $file['error'], [UPLOAD_ERR_INI_SIZE, UPLOAD_ERR_FORM_SIZE], true )
				? __( 'The file is larger than this server takes. Ask your web host to raise upload_max_filesize.', 'parvis' )
				: __( 'No file arrived. Choose the consultation file, then send it again.', 'parvis' ),
		] );
		return [];
	}
	$json = json_decode( (string) file_get_contents( $file['tmp_name'] ) );
	if ( json_last_error() !== JSON_ERROR_NONE ) {
		/* translators: %s: technical message */
		tell( 'error', [sprintf( __( 'The file is not JSON in UTF-8 (%s). Look for a missing comma or quotation mark; nothing was opened.', 'parvis' ), json_last_error_msg() )] );
		return [];
	}
	[$definition, $issues] = check_file( $json );
	$sentences = array_map( static function ( $issue ) use ( $json ) {
		return sentence_for( $issue, $json );
	}, $issues ) ?: not_offered_here( $definition );
	if ( $sentences === [] ) {
		try {
			$outcome = open_consultation( $definition );
			tell( 'success', [$outcome === 'new' ? __( 'The consultation is opened.', 'parvis' ) : __( 'The consultation is opened again: its texts, dates, questions and projects are those of the file.', 'parvis' )] );
			return ['consultation' => $definition['id']];
		} catch ( Problem $problem ) {
			if ( $problem->issues === [] ) {
				throw $problem;
			}
			$sentences = array_map( static function ( $issue ) use ( $json ) {
				return sentence_for( $issue, $json );
			}, $problem->issues );
		}
	}
	/* translators: %s: name of a file */
	tell( 'error', array_merge( [sprintf( __( 'Nothing was opened. Mend this in %s, then send it again:', 'parvis' ), sanitize_file_name( $file['name'] ) )], array_slice( $sentences, 0, 50 ) ) );
	return [];
}

function act_origins(): array {
	$lines = preg_split( '/\s+/', strtolower( field( 'parvis_origins' ) ), -1, PREG_SPLIT_NO_EMPTY ) ?: [];
	$wrong = array_filter( $lines, static function ( $line ) {
		return $line !== '*' && preg_match( '~^https?://[a-z0-9.-]+(:\d+)?$~D', $line ) !== 1;
	} );
	if ( $wrong !== [] ) {
		/* translators: %s: what was typed */
		tell( 'error', [sprintf( __( '“%s” is no address of a site. Write it like https://www.ville.example, without anything behind.', 'parvis' ), reset( $wrong ) )] );
		return [];
	}
	update_option( 'parvis_origins', implode( "\n", $lines ) );
	tell( 'success', [__( 'Saved.', 'parvis' )] );
	return [];
}

function act_moderate(): array {
	$c = consultation( field( 'consultation' ) );
	$publish = field( 'act' ) === 'publish';
	moderate_proposal( $c['id'], field( 'proposal' ), field( 'from' ), $publish );
	tell( 'success', [
		$publish ? __( 'The proposal is published.', 'parvis' )
			: ( field( 'from' ) === 'pending' ? __( 'The proposal is not published. Its tracking code says so to its author.', 'parvis' ) : __( 'The proposal is taken down. Its tracking code says so to its author.', 'parvis' ) ),
	] );
	return ['consultation' => $c['id']];
}

function act_answer(): array {
	$c = consultation( field( 'consultation' ) );
	$publish = field( 'act' ) === 'publish';
	$answer = trim_text( str_replace( "\r\n", "\n", field( 'answer' ) ) );
	if ( $publish && $answer === '' ) {
		tell( 'error', [__( 'Write the answer first: a question is published together with its answer.', 'parvis' )] );
		return ['consultation' => $c['id']];
	}
	answer_question( $c['id'], field( 'question' ), field( 'from' ), $publish ? $answer : null );
	tell( 'success', [$publish ? __( 'Question and answer are published.', 'parvis' ) : __( 'The question is not published. Its tracking code says so to whoever asked.', 'parvis' )] );
	return ['consultation' => $c['id']];
}

/** The rules, the results and every vote without its voter, as one JSON file. Whole or not at all: nothing is sent before the last vote is read. */
function act_export(): array {
	$place = ['consultation' => field( 'consultation' ), 'ballot' => field( 'ballot' )];
	$file = written_export( $place );
	nocache_headers();
	header( 'Content-Type: application/json; charset=utf-8' );
	header( 'Content-Disposition: attachment; filename="' . sanitize_file_name( "votes-{$place['consultation']}-{$place['ballot']}.json" ) . '"' );
	header( 'Content-Length: ' . ftell( $file ) );
	rewind( $file );
	fpassthru( $file );
	exit;
}

/** @return resource in memory, or where it is large in a file of PHP's that goes with the call @throws Problem */
function written_export( array $place ) {
	$file = fopen( 'php://temp', 'w+' );
	$write = static function ( string $text ) use ( $file ): void {
		if ( fwrite( $file, $text ) !== strlen( $text ) ) {
			throw new Problem( 'backend-fault', [], 'The export could not be written.', null, new \RuntimeException( 'There is no room for temporary files.' ) );
		}
	};
	$write( sprintf( '{"ballot":%s,"results":%s,"votes":[', wp_json_encode( votes_ballot( $place, null ) ), wp_json_encode( votes_results( $place ) ) ) );
	$page = ['next' => null];
	for ( $between = "\n"; array_key_exists( 'next', $page ); ) {
		$page = votes_export( $place + ['limit' => 5000, 'cursor' => $page['next']] );
		foreach ( $page['items'] as $vote ) {
			$write( $between . wp_json_encode( $vote ) );
			$between = ",\n";
		}
	}
	$write( "\n]}\n" );
	return $file;
}
