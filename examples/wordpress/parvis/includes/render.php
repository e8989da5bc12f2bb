<?php
/**
 * From what an editor chose to HTML: the tag with a plain link inside, or a frame where no script may run.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

/**
 * @param array  $chosen  attributes of the block or the shortcode, as they were stored
 * @param string $wrapper attributes of the element around it, ready to print
 */
function render( array $chosen, string $wrapper = 'class="parvis"' ): string {
	$what    = read( $chosen );
	$problem = problem( $what );
	if ( '' !== $problem ) {
		return current_user_can( 'edit_posts' ) ? sprintf( '<p class="parvis-problem"><strong>Parvis</strong> – %s</p>', esc_html( $problem ) ) : '';
	}
	if ( 'frame' === option( 'parvis_tier' ) ) {
		return sprintf( '<div %s>%s</div>', $wrapper, frame( $what ) );
	}
	need_loader();
	return sprintf( '<div %s>%s</div>', $wrapper, tag( $what ) );
}

/** What was chosen, with everything there and nothing unknown left; what the editor left open comes from the settings. */
function read( array $chosen ): array {
	$text = static function ( string $name ) use ( $chosen ): string {
		return isset( $chosen[ $name ] ) && is_scalar( $chosen[ $name ] ) ? trim( (string) $chosen[ $name ] ) : '';
	};
	$lang    = '' !== $text( 'lang' ) ? $text( 'lang' ) : option( 'parvis_language' );
	$theme   = '' !== $text( 'theme' ) ? $text( 'theme' ) : option( 'parvis_theme' );
	$widget  = preg_replace( '/^parvis-/', '', strtolower( $text( 'widget' ) ) );
	$heading = (int) $text( 'heading' );
	return array(
		'widget'        => $widget,
		'consultation'  => $text( 'consultation' ),
		'ballot'        => Tag::isOfBallot( $widget ) ? $text( 'ballot' ) : '',
		'lang'          => isset( LANGUAGES[ $lang ] ) ? $lang : '',
		'theme'         => in_array( $theme, array( 'light', 'dark' ), true ) ? $theme : '',
		'heading-level' => (string) ( $heading >= 1 && $heading <= 6 ? $heading : 2 ),
		'text'          => $text( 'text' ),
	);
}

/** A sentence for editors about what is missing; empty when nothing is. */
function problem( array $what ): string {
	if ( '' === backend() ) {
		return __( 'Nobody has said yet where the Parvis server is. An administrator does that under Settings, Parvis.', 'parvis' );
	}
	if ( ! isset( Tag::PAGES[ $what['widget'] ] ) ) {
		/* translators: %s: list of names */
		return sprintf( __( 'Say which widget to show. There are: %s.', 'parvis' ), implode( ', ', array_keys( Tag::PAGES ) ) );
	}
	if ( ! preg_match( Tag::ID, $what['consultation'] ) ) {
		return __( 'Say which consultation this is about: its id, like bp-2026.', 'parvis' );
	}
	if ( Tag::isOfBallot( $what['widget'] ) && ! preg_match( Tag::ID, $what['ballot'] ) ) {
		return __( 'Say which ballot this is about: its id, like vote.', 'parvis' );
	}
	return '';
}

/** The tag. Its link stays until the widget is ready, and where no script runs. */
function tag( array $what ): string {
	return Tag::element( $what['widget'], $what, backend(), Tag::link( $what['widget'], $what, backend(), text( $what ) ) );
}

/** The page of the server in a frame. Without a script nothing can measure it: it scrolls inside. */
function frame( array $what ): string {
	return sprintf(
		'<iframe title="%s" src="%s" width="100%%" height="1600" loading="lazy" style="border:0"></iframe>',
		esc_attr( text( $what ) ),
		esc_url( Tag::page( $what['widget'], $what, backend() ) )
	);
}

/** Words of the link, and title of the frame. */
function text( array $what ): string {
	return '' !== $what['text'] ? $what['text'] : link_texts()[ $what['widget'] ];
}
