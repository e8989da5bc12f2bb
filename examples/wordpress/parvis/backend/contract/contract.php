<?php
/** What is read of the contract: the JSON files beside this one, which the build of the repository writes from `packages/contract`. */

namespace Parvis\Backend;

defined( 'ABSPATH' ) || exit;

/** @param string $name `operations`, `definition` or `rules` */
function contract( string $name ): array {
	static $read = [];
	if ( !isset( $read[$name] ) ) {
		$read[$name] = json_decode( (string) file_get_contents( __DIR__ . "/$name.json" ), true );
	}
	return $read[$name];
}

/** Below this many people, a number could point at one of them. */
function smallest_group(): int {
	return contract( 'rules' )['smallestGroup'];
}

/** The one error of the contract; `kind` is its stable code. Nothing else leaves a verb. */
final class Problem extends \Exception {
	/** @var string */
	public $kind;
	/** @var array<int, array{pointer: string, code: string}> */
	public $issues;
	/** @var int|null Seconds. */
	public $retry_after;

	public function __construct( string $kind, array $issues = [], string $detail = '', ?int $retry_after = null, ?\Throwable $cause = null ) {
		parent::__construct( $detail, 0, $cause );
		$this->kind = $kind;
		$this->issues = $issues;
		$this->retry_after = $retry_after;
	}

	public function status(): int {
		return contract( 'rules' )['errors'][$this->kind]['status'];
	}

	/** Problem details as in RFC 9457. */
	public function details(): array {
		$details = [
			'type' => "urn:parvis:problem:$this->kind",
			'title' => $this->kind,
			'status' => $this->status(),
			'code' => $this->kind,
			'retryable' => contract( 'rules' )['errors'][$this->kind]['retryable'],
		];
		if ( $this->getMessage() !== '' ) {
			$details['detail'] = $this->getMessage();
		}
		if ( $this->retry_after !== null ) {
			$details['retryAfter'] = $this->retry_after;
		}
		return $this->issues === [] ? $details : $details + ['issues' => $this->issues];
	}
}

function issue( string $pointer, string $code, ?int $limit = null, $actual = null ): array {
	$issue = ['pointer' => $pointer, 'code' => $code];
	return $limit === null ? $issue : $issue + ['limit' => $limit, 'actual' => $actual];
}

/** One step of a JSON Pointer (RFC 6901). */
function step_to( $name ): string {
	return '/' . str_replace( ['~', '/'], ['~0', '~1'], (string) $name );
}

/**
 * @return mixed the thing
 * @throws Problem `not-found`
 */
function found( $thing ) {
	if ( $thing === null || $thing === false ) {
		throw new Problem( 'not-found' );
	}
	return $thing;
}
