<?php

namespace Drupal\parvis\Form;

use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;
use Parvis\Tag;

require_once dirname(__DIR__, 2) . '/lib/Tag.php';

/**
 * The one setting: where the server is.
 */
final class SettingsForm extends ConfigFormBase {

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'parvis_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return ['parvis.settings'];
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    $form['server'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Address of the Parvis server'),
      '#description' => $this->t('For example https://participer.ville.example'),
      '#default_value' => $this->config('parvis.settings')->get('server'),
    ];
    return parent::buildForm($form, $form_state);
  }

  /**
   * {@inheritdoc}
   */
  public function validateForm(array &$form, FormStateInterface $form_state): void {
    $typed = trim($form_state->getValue('server'));
    if ($typed !== '' && Tag::server($typed) === '') {
      $form_state->setErrorByName('server', $this->t('Write the whole address: it begins with https:// and has no space.'));
    }
    parent::validateForm($form, $form_state);
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state): void {
    $this->config('parvis.settings')->set('server', Tag::server($form_state->getValue('server')))->save();
    parent::submitForm($form, $form_state);
  }

}
