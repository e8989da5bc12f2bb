import assert from 'node:assert/strict';
import { it } from 'node:test';
import { allowing, directives } from './policy.ts';

const server = 'https://participer.ville.example';

it('a directive that is written gets one more source; one that is not takes over what it fell back to', () => {
  assert.equal(allowing("script-src 'self'; connect-src 'self'", 'script-src', [server]), `script-src 'self' ${server}; connect-src 'self'`);
  assert.equal(allowing("default-src 'self'", 'connect-src', [server]), `default-src 'self'; connect-src 'self' ${server}`);
  assert.equal(allowing("script-src-elem 'self'", 'script-src', [server]), `script-src-elem 'self' ${server}`);
  assert.equal(allowing("child-src 'self'; default-src https:", 'frame-src', [server]), `child-src 'self'; default-src https:; frame-src 'self' ${server}`);
});

it("'none' goes once something is allowed; what is there already is not written twice", () => {
  assert.equal(allowing("default-src 'none'", 'script-src', [server]), `default-src 'none'; script-src ${server}`);
  assert.equal(allowing("trusted-types 'none'", 'trusted-types', ['parvis-faq']), 'trusted-types parvis-faq');
  assert.equal(allowing(`connect-src ${server}`, 'connect-src', [server]), `connect-src ${server}`);
});

it('names of Trusted Types do not fall back to default-src', () => {
  assert.equal(allowing("default-src 'self'; require-trusted-types-for 'script'", 'trusted-types', ['parvis-faq']), "default-src 'self'; require-trusted-types-for 'script'; trusted-types parvis-faq");
});

it('the first directive of a name counts, whatever its letters', () => {
  assert.deepEqual([...directives("Script-Src 'self';; script-src *")], [['script-src', ["'self'"]]]);
});
