<?php

namespace Parvis\Plugin\Content\Parvis\Extension;

\defined('_JEXEC') or die;

require_once \dirname(__DIR__, 2) . '/lib/Shortcode.php';

use Joomla\CMS\Plugin\CMSPlugin;
use Joomla\Event\Event;
use Joomla\Event\SubscriberInterface;
use Parvis\Shortcode;
use Parvis\Tag;

/** `{parvis ballot consultation=bp-2026 ballot=vote}` in an article or a module shows a widget; so does a link to the server on a line of its own. */
final class Parvis extends CMSPlugin implements SubscriberInterface
{
    public static function getSubscribedEvents(): array
    {
        return ['onContentPrepare' => 'prepare'];
    }

    /** The item is called `subject` from Joomla 5 on, and 1 before. */
    public function prepare(Event $event): void
    {
        $arguments = $event->getArguments();
        $item = $arguments['subject'] ?? $arguments[1] ?? null;
        if (!\is_object($item) || !\is_string($item->text ?? null)) {
            return;
        }
        $server = Tag::server((string) $this->params->get('server', ''));
        $asked = str_contains($item->text, '{parvis');
        if ($asked) {
            $item->text = Shortcode::replace($item->text, '{}', $server, $this->getApplication()->getLanguage()->getTag());
        }
        if ($server !== '' && ($asked || str_contains($item->text, htmlspecialchars($server) . '/c/'))) {
            $this->bringLoader($server);
        }
    }

    /** Into the head, once, of a page for visitors: texts are also prepared for the search index and for feeds. */
    private function bringLoader(string $server): void
    {
        $app = $this->getApplication();
        if (!$app->isClient('site') || $app->getDocument()->getType() !== 'html') {
            return;
        }
        $app->getDocument()->setMetaData('parvis-backend', $server);
        $app->getDocument()->getWebAssetManager()->registerAndUseScript('parvis-loader', Tag::loader($server), ['version' => false], ['defer' => true]);
    }
}
