/** Languages of the site; the first is the one it opens with. */
export const languages = ['fr', 'en'] as const;
export type Lang = (typeof languages)[number];

/** Which name a language has in itself. */
export const languageNames: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };

/** A text in every language of the site. */
export type Words = Readonly<Record<Lang, string>>;
