import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withFrenchSigns } from '../read-off/french-signs.ts';

const space = '\u00a0';

describe('The signs of French in a page', () => {
  it('keep their distance without breaking a line', () => {
    assert.equal(withFrenchSigns("L'idée : « oui » ; 14 000 € ? 32 % !"), `L’idée${space}: «${space}oui${space}»${space}; 14${space}000${space}€${space}? 32${space}%${space}!`);
    assert.equal(withFrenchSigns('`parvis` : **ici** : [là](x.md) ; <!-- a -->'), `\`parvis\`${space}: **ici**${space}: [là](x.md)${space}; <!-- a -->`);
  });

  it('are set below a heading and between blocks of code', () => {
    assert.equal(withFrenchSigns('# Un titre : deux\n\nUn : deux\n```\na : b\n```\nDeux ; trois\n'), `# Un titre : deux\n\nUn${space}: deux\n\`\`\`\na : b\n\`\`\`\nDeux${space}; trois\n`);
  });

  it('leave code, tables, links, headings and what is read off the code alone', () => {
    for (const text of ["```\nit's : here\n```", "`a : b`", '| --- | ---: | :---: |', "## L'un : l'autre", "[x](a'b.md)", "<!-- table -->\n| l'un : l'autre |\n<!-- /table -->", '<b title="a : b">']) assert.equal(withFrenchSigns(text), text);
  });

  it('are written once', () => {
    const written = withFrenchSigns('Une chose : « deux » ?');
    assert.equal(withFrenchSigns(written), written);
  });
});
