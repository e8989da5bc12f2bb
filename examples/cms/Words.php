<?php

declare(strict_types=1);

namespace Parvis;

/** What a tag says in a page: French, or English where the page is English. */
final class Words
{
    private const LINKS = [
        'ballot' => ['Voter', 'Vote'],
        'results' => ['Voir les résultats du vote', 'See the results of the vote'],
        'proposal-form' => ['Proposer une idée', 'Propose an idea'],
        'faq' => ['Questions et réponses', 'Questions and answers'],
        'feedback' => ['Ce que deviennent les projets', 'What becomes of the projects'],
    ];

    /** For whoever writes the page. */
    private const MEND = [
        'server' => [
            'Parvis : l’adresse du serveur n’est pas encore réglée. Écrivez-la dans les réglages de Parvis, par exemple https://participer.ville.example',
            'Parvis: the address of the server is not set yet. Write it in the settings of Parvis, for example https://participer.ville.example',
        ],
        'widget' => ['Parvis : « %s » n’existe pas. Choisissez : %s.', 'Parvis: there is no “%s”. Choose one of: %s.'],
        'name' => ['Parvis : « %s » n’est pas connu ici. On peut écrire : %s.', 'Parvis: “%s” is not known here. You can write: %s.'],
        'value' => ['Parvis : %s ne peut pas être « %s ». Recopiez l’identifiant depuis l’adresse de la page du serveur.', 'Parvis: %s cannot be “%s”. Copy the id from the address of the server’s page.'],
        'missing' => ['Parvis : il manque %1$s. Écrivez par exemple %1$s=bp-2026.', 'Parvis: %1$s is missing. Write for example %1$s=bp-2026.'],
    ];

    /** Words of the link, where the editor gave none. */
    public static function ofLink(string $widget, string $lang): string
    {
        return self::in($lang, self::LINKS[$widget]);
    }

    /** What has to be mended, in a sentence. */
    public static function mend(string $what, string $lang, string ...$names): string
    {
        return vsprintf(self::in($lang, self::MEND[$what]), $names);
    }

    /** @param array{string, string} $both */
    private static function in(string $lang, array $both): string
    {
        return $both[strncasecmp($lang, 'en', 2) === 0 ? 1 : 0];
    }
}
