/** Every widget that has a file of its own; the tag is `parvis-NAME`. */
export const widgetNames = ['proposal-form', 'ballot', 'results', 'faq', 'feedback'] as const;

/** Every browser file: `parvis-NAME.js`, built from `src/entries/NAME.ts`. */
export const fileNames = [...widgetNames, 'all'] as const;

/** Languages beside French, which travels in the widgets' files. */
export const languages = ['en', 'ar'] as const;

/** Bytes of brotli a widget's file may have: what arrives in the first round trip (10 × 1460 bytes, RFC 6928). */
export const brotliBudget = 14_000;
