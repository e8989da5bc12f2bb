/** Where the second file of the ballot leaves what it brings. */
export const moreKey = Symbol.for('parvis.ballot-more');
