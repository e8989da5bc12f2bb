<?php

declare(strict_types=1);

namespace Parvis;

require_once __DIR__ . '/Words.php';

/**
 * The one rule of all content-management systems: what an editor asked for becomes a tag with a plain link inside.
 * Knows no system. What comes in is text, what goes out is escaped HTML.
 */
final class Tag
{
    /** Widgets by name, and the page of the server that shows the same. */
    public const PAGES = ['ballot' => 'vote', 'results' => 'results', 'proposal-form' => 'propose', 'faq' => 'faq', 'feedback' => 'feedback'];

    /** What ids of consultations and ballots are made of, as in the contract. */
    public const ID = '/^[A-Za-z0-9._~-]{1,100}$/D';

    /** What editors may write, in the order of the tag. The address of the server is not among them: it is the webmaster's. */
    public const ATTRIBUTES = [
        'consultation' => self::ID,
        'ballot' => self::ID,
        'contribution' => self::ID,
        'heading-level' => '/^[1-6]$/D',
        'theme' => '/^(light|dark)$/D',
        'lang' => '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/D',
    ];

    /**
     * @param array<string, string> $asked the attributes, and `text`: the words of the link
     * @param string $server what the webmaster set as its address
     * @param string $lang of the page: 'fr', 'en', or longer such as 'fr-FR'
     * @return string the tag; where something has to be mended first, a sentence that says what
     */
    public static function html(string $widget, array $asked, string $server, string $lang): string
    {
        $server = self::server($server);
        $asked = array_filter(array_map('trim', $asked), static fn (string $value): bool => $value !== '');
        $problem = self::problem($widget, $asked, $server, $lang);
        if ($problem !== null) {
            return '<strong class="parvis-to-mend">' . self::escape($problem) . '</strong>';
        }
        return self::element($widget, $asked, $server, self::link($widget, $asked, $server, $asked['text'] ?? Words::ofLink($widget, $lang)));
    }

    /**
     * The tag itself, of what has been checked.
     * @param string $inside HTML that stays until the widget is ready, and where no script runs
     */
    public static function element(string $widget, array $asked, string $server, string $inside): string
    {
        $attributes = ' backend="' . self::escape($server) . '"';
        foreach (array_keys(self::ATTRIBUTES) as $name) {
            $attributes .= ($asked[$name] ?? '') !== '' ? " $name=\"" . self::escape($asked[$name]) . '"' : '';
        }
        return "<parvis-$widget$attributes>$inside</parvis-$widget>";
    }

    /** The plain link to the page that shows the same. */
    public static function link(string $widget, array $asked, string $server, string $text): string
    {
        return '<a href="' . self::escape(self::page($widget, $asked, $server)) . '">' . self::escape($text) . '</a>';
    }

    /** Whether a widget is about one ballot; the others are about a whole consultation. */
    public static function isOfBallot(string $widget): bool
    {
        return in_array($widget, ['ballot', 'results'], true);
    }

    /** Head of every page: where the server is, and the one script, which brings the files of the tags and makes widgets of links. Empty without an address. */
    public static function head(string $server): string
    {
        $server = self::server($server);
        return $server === '' ? '' : '<meta name="parvis-backend" content="' . self::escape($server) . '"><script src="' . self::escape(self::loader($server)) . '" defer></script>';
    }

    /** Address of that script. */
    public static function loader(string $server): string
    {
        return self::server($server) . '/embed/parvis-loader.js';
    }

    /** The address without a slash at its end; empty where it is none, so that nothing but http and https gets into a page. */
    public static function server(string $address): string
    {
        $address = rtrim(trim($address), '/');
        return preg_match('~^https?://[^\s"\'<>\\\\?#]+$~Di', $address) === 1 ? $address : '';
    }

    /** One level under the last heading of the HTML before a widget, so that the outline of the page goes on. Null: there is no heading before it. */
    public static function levelAfter(string $before): ?string
    {
        return preg_match_all('/<h([1-6])\b/i', $before, $found) > 0 ? (string) min(6, (int) end($found[1]) + 1) : null;
    }

    /** @param array<string, string> $asked */
    private static function problem(string $widget, array $asked, string $server, string $lang): ?string
    {
        if ($server === '') {
            return Words::mend('server', $lang);
        }
        if (!isset(self::PAGES[$widget])) {
            return Words::mend('widget', $lang, $widget, implode(', ', array_keys(self::PAGES)));
        }
        foreach ($asked as $name => $value) {
            $allowed = self::ATTRIBUTES[$name] ?? ($name === 'text' ? '/^/' : null);
            if ($allowed === null) {
                return Words::mend('name', $lang, (string) $name, implode(', ', array_keys(self::ATTRIBUTES)) . ', text');
            }
            if (preg_match($allowed, $value) !== 1) {
                return Words::mend('value', $lang, $name, $value);
            }
        }
        $needed = self::isOfBallot($widget) ? ['consultation', 'ballot'] : ['consultation'];
        $missing = array_values(array_diff($needed, array_keys($asked)));
        return $missing === [] ? null : Words::mend('missing', $lang, $missing[0]);
    }

    /**
     * The page that shows the same, in the language that was asked for.
     * @param array<string, string> $asked
     */
    public static function page(string $widget, array $asked, string $server): string
    {
        $ballot = self::isOfBallot($widget) ? '/' . $asked['ballot'] : '';
        $lang = ($asked['lang'] ?? '') !== '' ? '?locale=' . $asked['lang'] : '';
        return "$server/c/{$asked['consultation']}/" . self::PAGES[$widget] . $ballot . $lang;
    }

    private static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
