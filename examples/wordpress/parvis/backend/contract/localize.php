<?php
/** Turns a definition into what one reader sees, as `packages/contract/src/localize.ts` does. A field that is null is left out. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** The closest of the languages to the one asked for: the same tag, the same language, else the first. */
function closest_language( array $languages, ?string $asked ): string {
	$lower = strtolower( (string) $asked );
	foreach ( $languages as $language ) {
		if ( strtolower( $language ) === $lower ) {
			return $language;
		}
	}
	foreach ( $languages as $language ) {
		if ( strtok( strtolower( $language ), '-' ) === strtok( $lower, '-' ) ) {
			return $language;
		}
	}
	return $languages[0] ?? 'fr';
}

/**
 * The words of a text in a language; where they are missing, in the first language that has them.
 * @param string|array|null $text
 */
function words( $text, string $lang ): ?string {
	return is_array( $text ) ? ( $text[$lang] ?? $text[strtok( $lang, '-' )] ?? reset( $text ) ) : $text;
}

/** The same entry with these of its fields in one language. */
function in_words( array $entry, array $fields, string $lang ): array {
	foreach ( $fields as $field ) {
		if ( isset( $entry[$field] ) ) {
			$entry[$field] = words( $entry[$field], $lang );
		}
	}
	return $entry;
}

function all_in_words( array $entries, array $fields, string $lang ): array {
	return array_map( static function ( $entry ) use ( $fields, $lang ) {
		return in_words( $entry, $fields, $lang );
	}, $entries );
}

/** Without what is absent. */
function present( array $fields ): array {
	return array_filter( $fields, static function ( $field ) {
		return $field !== null;
	} );
}

function consultation_for( array $c, string $lang ): array {
	return present( [
		'id' => $c['id'],
		'title' => words( $c['title'], $lang ),
		'summary' => words( $c['summary'] ?? null, $lang ),
		'lang' => $lang,
		'languages' => $c['languages'],
		'opensAt' => $c['opensAt'] ?? null,
		'closesAt' => $c['closesAt'] ?? null,
		'status' => status_at( $c ),
		'organiser' => in_words( $c['organiser'], ['name'], $lang ),
		'offline' => words( $c['offline'] ?? null, $lang ),
		'privacy' => isset( $c['privacy'] ) ? in_words( $c['privacy'], ['label'], $lang ) : null,
		'proposalForm' => isset( $c['proposalForm'] ) ? form_for( $c, $c['proposalForm'], $lang ) : null,
		'ballots' => array_map( static function ( $ballot ) use ( $c, $lang ) {
			return ['id' => $ballot['id'], 'title' => words( $ballot['title'], $lang ), 'status' => part_status( $c, $ballot )];
		}, $c['ballots'] ),
	] );
}

function form_for( array $c, array $form, string $lang ): array {
	$form['categories'] = all_in_words( $form['categories'], ['label'], $lang );
	if ( isset( $form['profile'] ) ) {
		$form['profile'] = in_words( $form['profile'], ['label', 'why'], $lang );
		$form['profile']['options'] = all_in_words( $form['profile']['options'], ['label'], $lang );
	}
	return ['status' => part_status( $c, $form )] + dates_of( $form, $c ) + $form;
}

function ballot_for( array $c, array $ballot, string $lang ): array {
	$rules = array_diff_key( $ballot, ['counting' => 1, 'electorate' => 1, 'paper' => 1] );
	$rules['offline'] = $ballot['offline'] ?? $c['offline'] ?? null;
	$rules = in_words( $rules, ['title', 'text', 'offline'], $lang );
	if ( isset( $rules['grades'] ) ) {
		$rules['grades'] = all_in_words( $rules['grades'], ['label'], $lang );
	}
	$rules['options'] = array_map( static function ( $option ) use ( $lang ) {
		if ( isset( $option['picture'] ) ) {
			$option['picture'] = in_words( $option['picture'], ['alt'], $lang );
		}
		return in_words( $option, ['label', 'text', 'place', 'category'], $lang );
	}, $ballot['options'] );
	return present( [
		'consultation' => $c['id'], 'lang' => $lang, 'status' => part_status( $c, $ballot ), 'rulesHash' => rules_hash( $ballot ),
	] + dates_of( $ballot, $c ) + $rules );
}

function contribution_for( array $entry, string $lang ): array {
	return in_words( array_diff_key( $entry, ['steps' => 1] ), ['title', 'said', 'did', 'place', 'category'], $lang );
}

/** A step is late when its date has passed and it is not done. */
function step_for( array $step, string $lang ): array {
	$late = $step['state'] !== 'done' && isset( $step['date'] ) && is_past( $step['date'] );
	return in_words( $step, ['title', 'text'], $lang ) + ( $late ? ['late' => true] : [] );
}

function place_for( array $place, string $lang ): array {
	$place['hours'] = array_map( static function ( $hours ) use ( $lang ) {
		return words( $hours, $lang );
	}, $place['hours'] );
	return in_words( $place, ['name', 'access'], $lang );
}

/** The few steps a backend writes by itself, of something received on a day (`2026-03-01`). @param string $kind `proposal` or `question` */
function automatic_steps( string $kind, string $status, string $day, string $lang ): array {
	$steps = contract( 'rules' )['automatic'][$kind]['steps'];
	return array_map( static function ( $step ) use ( $day ) {
		return isset( $step['date'] ) ? ['date' => $day] + $step : $step;
	}, $steps[closest_language( array_keys( $steps ), $lang )][$status] );
}

function automatic_progress( string $kind, string $status ): string {
	return contract( 'rules' )['automatic'][$kind]['progress'][$status];
}
