<?php

declare(strict_types=1);

namespace Parvis;

require_once __DIR__ . '/Tag.php';

/** What editors type in the text of a page: `[parvis ballot consultation=bp-2026 ballot=vote text="Voter"]`. */
final class Shortcode
{
    /** What word processors and editors make of a straight quote and of a space. */
    private const TYPED = ['“' => '"', '”' => '"', '„' => '"', '«' => '"', '»' => '"', "\u{A0}" => ' ', "\u{202F}" => ' '];

    /**
     * Replaces every shortcode in HTML that has been through the filters of the system. Inside other tags, in code and in comments nothing is touched.
     * @param string $pair the brackets, '[]' or '{}'
     */
    public static function replace(string $html, string $pair, string $server, string $lang): string
    {
        [$open, $close] = [preg_quote($pair[0], '~'), preg_quote($pair[1], '~')];
        $space = '(?:\s|&nbsp;|\x{A0}|<br\s*/?>)*';
        $pattern = "~(<p\\b[^>]*>$space)?{$open}parvis\\b([^<>$open$close]*)$close($space</p>)?|<!--.*?-->|<(pre|code|script|style|textarea)\\b.*?</\\4>|<[^>]*>~isu";
        $replaced = preg_replace_callback($pattern, static function (array $found) use ($html, $server, $lang): string {
            if (($found[2][1] ?? -1) < 0) {
                return $found[0][0];
            }
            [$before, $after] = [$found[1][0] ?? '', $found[3][0] ?? ''];
            [$widget, $asked] = self::read($found[2][0]);
            $asked += array_filter(['heading-level' => Tag::levelAfter(substr($html, 0, $found[0][1]))]);
            $tag = Tag::html($widget, $asked, $server, $lang);
            // Alone in its paragraph: the tag stands in its place.
            return $before !== '' && $after !== '' ? $tag : $before . $tag . $after;
        }, $html, -1, $count, PREG_OFFSET_CAPTURE);
        // Null: the text is no UTF-8. It stays as it is.
        return $replaced ?? $html;
    }

    /**
     * @param string $words like `ballot consultation=bp-2026 text="Voter"`, entities allowed
     * @return array{string, array<string, string>} the widget and what was asked for it
     */
    public static function read(string $words): array
    {
        $plain = strtr(html_entity_decode($words, ENT_QUOTES | ENT_HTML5, 'UTF-8'), self::TYPED);
        preg_match_all('/([^\s="]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"]+))|(\S+)/u', $plain, $found, PREG_SET_ORDER);
        $widget = '';
        $asked = [];
        foreach ($found as $one) {
            if (isset($one[5])) {
                $widget = $widget === '' ? $one[5] : $widget;
                continue;
            }
            $asked[strtolower($one[1])] = $one[2] !== '' ? $one[2] : (($one[3] ?? '') !== '' ? $one[3] : ($one[4] ?? ''));
        }
        return [strtolower($widget), $asked];
    }
}
