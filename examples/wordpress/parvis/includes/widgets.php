<?php
/**
 * The widgets there are, and the addresses of the pages that show the same without JavaScript.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

/** By the name in `<parvis-NAME>`: the page that shows the same, and whether it is about one ballot. */
const WIDGETS = array(
	'ballot'        => array(
		'page'   => 'vote',
		'ballot' => true,
	),
	'results'       => array(
		'page'   => 'results',
		'ballot' => true,
	),
	'proposal-form' => array(
		'page'   => 'propose',
		'ballot' => false,
	),
	'faq'           => array(
		'page'   => 'faq',
		'ballot' => false,
	),
	'feedback'      => array(
		'page'   => 'feedback',
		'ballot' => false,
	),
);

/** What ids of consultations and ballots are made of, as in the contract. */
const ID = '/^[A-Za-z0-9._~-]{1,100}$/';

/** What each widget is called where editors choose. */
function widget_names(): array {
	return array(
		'ballot'        => __( 'Vote', 'parvis' ),
		'results'       => __( 'Results of a vote', 'parvis' ),
		'proposal-form' => __( 'Propose an idea', 'parvis' ),
		'faq'           => __( 'Questions and answers', 'parvis' ),
		'feedback'      => __( 'What became of the projects', 'parvis' ),
	);
}

/** Words of the link inside each widget, which residents see where it does not start. */
function link_texts(): array {
	return array(
		'ballot'        => __( 'Vote online', 'parvis' ),
		'results'       => __( 'See the results of the vote', 'parvis' ),
		'proposal-form' => __( 'Propose an idea online', 'parvis' ),
		'faq'           => __( 'Read the questions and answers', 'parvis' ),
		'feedback'      => __( 'See what became of the projects', 'parvis' ),
	);
}

/**
 * Address of the page that shows the same without JavaScript.
 *
 * @param array $what `widget`, `consultation`, `ballot` (may be empty) and `lang` (empty: the page's own)
 */
function page( array $what ): string {
	$path = '/c/' . rawurlencode( $what['consultation'] ) . '/' . WIDGETS[ $what['widget'] ]['page'];
	if ( '' !== $what['ballot'] ) {
		$path .= '/' . rawurlencode( $what['ballot'] );
	}
	if ( '' !== $what['lang'] ) {
		$path .= '?locale=' . $what['lang'];
	}
	/**
	 * A backend inside WordPress says its own address here.
	 *
	 * @param string $address the page of the server
	 * @param array  $what    what it shows
	 */
	return (string) apply_filters( 'parvis_page', backend() . $path, $what );
}
