<?php

require_once __DIR__ . '/Tag.php';

use dokuwiki\Extension\ActionPlugin;
use dokuwiki\Extension\Event;
use dokuwiki\Extension\EventHandler;
use Parvis\Tag;

/** Brings the script to every page of the wiki, and a button to the editor. */
class action_plugin_parvis extends ActionPlugin
{
    public function register(EventHandler $controller)
    {
        $controller->register_hook('TPL_METAHEADER_OUTPUT', 'BEFORE', $this, 'addLoader');
        $controller->register_hook('TOOLBAR_DEFINE', 'AFTER', $this, 'addButton');
    }

    /** DokuWiki escapes what is put here. */
    public function addLoader(Event $event)
    {
        $server = Tag::server($this->getConf('server'));
        if ($server === '') {
            return;
        }
        $event->data['meta'][] = ['name' => 'parvis-backend', 'content' => $server];
        $event->data['script'][] = ['src' => Tag::loader($server), 'defer' => 'defer', '_data' => ''];
    }

    public function addButton(Event $event)
    {
        $event->data[] = [
            'type' => 'format',
            'title' => $this->getLang('button'),
            'icon' => '../../plugins/parvis/button.svg',
            'open' => '{{parvis>ballot?consultation=',
            'sample' => 'bp-2026',
            'close' => '&ballot=vote|' . $this->getLang('vote') . '}}',
            'block' => true,
        ];
    }
}
