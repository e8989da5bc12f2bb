/** Where the text of a list was read as something else than it was written in, which happens with files of a Mac or of DOS, and with accents that were broken before. */

/** No file of words holds these: a program, a picture, a key does. */
const control = /[\u0001-\u0008\u000E-\u0019\u001B-\u001F\u007F]/;

/** What accents become: `b‰timent`, `Žtage` (Mac), `d‚part` (DOS), `bÃ¢timent` (UTF-8 read as Windows, and saved), and where no sign came out at all. */
const broken = /\uFFFD|\p{L}[‰ˆ‡†ƒ„‚™˜•“”]\p{L}|[‰ˆƒ‚]\p{L}|\p{L}[‰ˆƒ]|\p{Ll}[ŽŠŒŸ]|Žtage|Ã[\u0080-\u00BF]|â€/u;

export const isNoText = (text: string): boolean => control.test(text);

/** The word in which a sign stands in the place of an accent. Absent: none does. */
export const brokenWord = (text: string): string | undefined => text.split(/\s+/).find((word) => broken.test(word));
