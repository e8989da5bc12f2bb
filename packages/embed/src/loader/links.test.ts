import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAddress } from './links.ts';

const server = 'https://participer.ville.example/';
const read = (path: string, at = server) => readAddress(`${at}${path}`, server);

describe('A link to a Parvis server', () => {
  it('says which widget shows the same', () => {
    assert.deepEqual(read('c/bp-2026/vote/projets'), ['parvis-ballot', 'bp-2026', 'projets']);
    assert.deepEqual(read('c/bp-2026/vote?ballot=projets'), ['parvis-ballot', 'bp-2026', 'projets']);
    assert.deepEqual(read('c/bp-2026/vote'), ['parvis-ballot', 'bp-2026', undefined]);
    assert.deepEqual(read('c/bp-2026/results/projets#contenu'), ['parvis-results', 'bp-2026', 'projets']);
    assert.deepEqual(read('c/bp-2026/propose'), ['parvis-proposal-form', 'bp-2026', undefined]);
    assert.deepEqual(read('c/bp-2026/faq'), ['parvis-faq', 'bp-2026', undefined]);
    assert.deepEqual(read('c/bp-2026/feedback'), ['parvis-feedback', 'bp-2026', undefined]);
  });

  it('stays a link where it leads to something that no widget shows, to another host, or is meant as one', () => {
    for (const path of ['', 'c/bp-2026', 'c/bp-2026/', 'c//vote', 'embed/parvis-ballot.js', 'c/bp-2026/vote#page', 'c/bp-2026/vote/projets#page', 'C/x/vote']) assert.equal(read(path)[0], undefined, path);
    for (const host of ['https://participer.ville.example.org/', 'http://participer.ville.example/', `https://other.example/?to=${server}`]) assert.equal(read('c/bp-2026/faq', host)[0], undefined, host);
  });
});
