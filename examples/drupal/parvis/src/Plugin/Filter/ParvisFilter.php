<?php

namespace Drupal\parvis\Plugin\Filter;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Parvis\Shortcode;

require_once dirname(__DIR__, 3) . '/lib/Shortcode.php';

/**
 * Makes a tag of `[parvis ballot consultation=bp-2026 ballot=vote]`.
 *
 * Comes after "Limit allowed HTML tags", which knows no such tag: the greater weight sees to that.
 *
 * @Filter(
 *   id = "filter_parvis",
 *   title = @Translation("Show votes, ideas and questions of Parvis"),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   weight = 20
 * )
 */
final class ParvisFilter extends FilterBase {

  /**
   * {@inheritdoc}
   */
  public function process($text, $langcode): FilterProcessResult {
    $settings = \Drupal::config('parvis.settings');
    $result = new FilterProcessResult(Shortcode::replace($text, '[]', (string) $settings->get('server'), $langcode));
    return $result->addCacheableDependency(CacheableMetadata::createFromObject($settings));
  }

  /**
   * {@inheritdoc}
   */
  public function tips($long = FALSE) {
    return $this->t('[parvis ballot consultation=bp-2026 ballot=vote] shows a vote. Instead of "ballot": results, proposal-form, faq, feedback.');
  }

}
