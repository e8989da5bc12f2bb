<?php

require_once __DIR__ . '/Tag.php';

use dokuwiki\Extension\SyntaxPlugin;
use Parvis\Tag;

/** `{{parvis>ballot?consultation=bp-2026&ballot=vote|Voter}}` shows a widget: the form that editors know from `{{media.png?200|words}}`. */
class syntax_plugin_parvis extends SyntaxPlugin
{
    private const OPEN = '{{parvis>';

    public function getType()
    {
        return 'substition';
    }

    public function getPType()
    {
        return 'block';
    }

    /** Before DokuWiki's own media (320), which begin with the same braces. */
    public function getSort()
    {
        return 155;
    }

    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('\{\{parvis>[^}\n]*\}\}', $mode, 'plugin_parvis');
    }

    /** @return array{string, array<string, string>} what was asked; the address of the server comes in when the page is shown */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        [$wanted, $text] = explode('|', substr($match, strlen(self::OPEN), -2), 2) + ['', ''];
        [$widget, $query] = explode('?', $wanted, 2) + ['', ''];
        $asked = ['text' => $text];
        foreach (array_filter(explode('&', $query)) as $pair) {
            [$name, $value] = explode('=', $pair, 2) + ['', ''];
            $asked[strtolower(trim($name))] = rawurldecode($value);
        }
        return [strtolower(trim($widget)), $asked];
    }

    public function render($format, Doku_Renderer $renderer, $data)
    {
        global $conf;
        if ($format !== 'xhtml') {
            return false;
        }
        [$widget, $asked] = $data;
        $asked += array_filter(['heading-level' => Tag::levelAfter($renderer->doc)]);
        $renderer->doc .= Tag::html($widget, $asked, $this->getConf('server'), $conf['lang']) . "\n";
        return true;
    }
}
