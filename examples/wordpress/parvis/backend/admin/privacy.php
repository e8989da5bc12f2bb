<?php
/** What somebody left under an e-mail address, for WordPress's own tools: Tools, Export Personal Data and Erase Personal Data. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

function add_privacy_tools(): void {
	add_filter( 'wp_privacy_personal_data_exporters', static function ( array $all ): array {
		return $all + ['parvis' => ['exporter_friendly_name' => 'Parvis', 'callback' => __NAMESPACE__ . '\export_contacts']];
	} );
	add_filter( 'wp_privacy_personal_data_erasers', static function ( array $all ): array {
		return $all + ['parvis' => ['eraser_friendly_name' => 'Parvis', 'callback' => __NAMESPACE__ . '\erase_contacts']];
	} );
}

/** @return array{data: array, done: bool} */
function export_contacts( string $email ): array {
	return ['done' => true, 'data' => array_map( static function ( array $contact ): array {
		$values = [
			__( 'Consultation', 'parvis' ) => $contact['consultation'],
			__( 'What was sent in', 'parvis' ) => text_of_contribution( $contact ),
			__( 'Address left for an answer:', 'parvis' ) => $contact['email'],
			__( 'Agreed on', 'parvis' ) => $contact['consent_at'],
		];
		return [
			'group_id' => 'parvis', 'group_label' => 'Parvis', 'item_id' => "parvis-{$contact['kind']}-{$contact['item_id']}",
			'data' => array_map( static function ( string $name, string $value ): array {
				return ['name' => $name, 'value' => esc_html( $value )];
			}, array_keys( $values ), $values ),
		];
	}, contacts_at( $email ) )];
}

/** The address goes. Proposal and question stay as they are: without it, nothing says whose they were. */
function erase_contacts( string $email ): array {
	$contacts = contacts_at( $email );
	array_map( __NAMESPACE__ . '\forget_contact', $contacts );
	return ['items_removed' => count( $contacts ), 'items_retained' => false, 'messages' => [], 'done' => true];
}

function text_of_contribution( array $contact ): string {
	if ( $contact['kind'] === 'question' ) {
		return find_question( $contact['consultation'], $contact['item_id'] )['question'] ?? '';
	}
	$row = find_proposal( $contact['consultation'], $contact['item_id'] );
	return $row === null ? '' : implode( "\n", array_intersect_key( proposal_of( $row ), ['title' => 1, 'text' => 1] ) );
}
