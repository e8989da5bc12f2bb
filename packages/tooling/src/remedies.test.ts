import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remedyFor } from './remedies.mjs';

describe('a set-up that fails says what to do', () => {
  const cases: [title: string, output: string, remedy: RegExp][] = [
    ['without a network', 'npm error code EAI_AGAIN request failed, getaddrinfo EAI_AGAIN', /connect to the internet/],
    ['when the account may not write', "npm error EACCES: permission denied, mkdir '.tools'", /may not write/],
    ['behind a proxy with its own certificate', 'npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
    ['on a full disk', 'ENOSPC: no space left on device, write', /disk is full/],
    ['on a machine the registry knows nothing for', 'npm error code E404 Not Found', /install it yourself/],
  ];
  for (const [title, output, remedy] of cases) it(title, () => assert.match(remedyFor(output) ?? '', remedy));

  it('and leaves an unknown cause to be shown as it is', () => assert.equal(remedyFor('Unexpected token'), undefined));
});
