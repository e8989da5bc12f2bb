<?php
/**
 * The widgets of Tag.php in words that WordPress translates.
 */

namespace Parvis;

defined( 'ABSPATH' ) || exit;

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
