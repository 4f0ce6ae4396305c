import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { resolveToponyms } from '../../src/extract/resolve.ts';
import { splitSentences } from '../../src/extract/sentences.ts';
import { findToponyms } from '../../src/extract/toponyms.ts';
import type { Article, ResolvedToponym } from '../../src/types.ts';

/**
 * Sentences with each place name in brackets, and after "=" its country, the name of its record and, where namesakes
 * matter, its region: "[Paris = US Paris US.TX]". What is not in brackets must not be taken for a place.
 */
interface Sheet {
  about: string;
  /** Not done yet: the case stays, and fails when it begins to work. */
  failing?: boolean;
  says: string[];
}

const gazetteer = openGazetteer();
const MARK = /\[(?<text>[^\]=]+?)(?: = (?<record>[^\]]+))?\]/g;

for (const file of ['places.json', 'places-not.json']) {
  const sheets: Sheet[] = JSON.parse(readFileSync(join(import.meta.dirname, '../cases', file), 'utf8'));
  for (const { about, says, failing } of sheets) {
    describe(about, () => {
      (failing ? test.fails : test).each(says)('%s', (said) => {
        const text = said.replace(MARK, '$<text>');
        const expected = [...said.matchAll(MARK)].map(({ groups }) => groups?.record ?? groups?.text);
        const found = read(text);
        expect(found.map((toponym, index) => describePlace(toponym, expected[index] ?? ''))).toEqual(expected);
        for (const { start, end, text: mention } of found) expect(text.slice(start, end)).toBe(mention);
      });
    });
  }
}

function read(text: string, article: Partial<Article> = {}): ResolvedToponym[] {
  return resolveToponyms(
    findToponyms(splitSentences(text), gazetteer),
    { id: 'a', source: '', text, ...article },
    gazetteer,
  );
}

/** The record as detailed as the expectation is. */
function describePlace({ text, place }: ResolvedToponym, like: string): string {
  if (!place) return text;
  const named = [place.countryCode, place.name].filter(Boolean).join(' ');
  return / [A-Z]{2}\.\w+$/.test(like) ? `${named} ${place.admin1}` : named;
}

describe('the outlet’s home', () => {
  const text = 'Firefighters from Lebanon and Paris put out a blaze in Richmond on Sunday.';
  const regions = (url: string) => read(text, { url }).map(({ place }) => place?.admin1);

  test('a local paper writes of the places around it', () => {
    expect(regions('https://www.kentucky.com/news/1.html')).toEqual(['US.KY', 'US.KY', 'US.KY']);
  });

  test('without an address the great namesakes are nearer', () => {
    expect(read(text).map(({ place }) => place?.countryCode)).not.toEqual(['US', 'US', 'US']);
  });

  test('an address that is none changes nothing', () => {
    const plain = read(text).map(({ place }) => place?.name);
    for (const url of ['', 'kentucky', 'https://', 'https://[::1]/', '\ud800']) {
      expect(read(text, { url }).map(({ place }) => place?.name)).toEqual(plain);
    }
  });
});

describe('how a name is used', () => {
  test.each([
    ['A rocket fell in Kharkiv.', ['place']],
    ['Russia launched sixty drones at Kyiv.', ['actor', 'place']],
    ['Turkey-backed fighters entered Afrin.', ['actor', 'place']],
    ['The UK-based group counted the dead in Homs.', ['affiliation', 'place']],
    ['Iran’s foreign minister flew to Damascus.', ['affiliation', 'place']],
    ['The president of Egypt spoke in Cairo.', ['affiliation', 'place']],
  ])('%s', (text, uses) => {
    expect(read(text).map(({ use }) => use)).toEqual(uses);
  });
});

describe('an unsure choice is no dot', () => {
  test('every place comes with the parts of its score, and none below the least belief', () => {
    const found = read('Two men from Springfield drove to Franklin and Clinton, then on to Georgetown.');
    expect(found.length).toBeGreaterThan(0);
    for (const { place, scores } of found) {
      expect(scores.belief).toBeGreaterThan(0);
      if ((scores.belief ?? 0) < 0.3) expect(place).toBeNull();
      else expect(place).not.toBeNull();
    }
  });
});

describe('odd text', () => {
  test.each([
    ['a name of 10,000 letters', `In ${'Alep'.repeat(2500)} nothing moved; in Aleppo it did.`],
    ['10,000 names', 'Aleppo Homs Hama '.repeat(3400)],
    ['lone surrogates', 'In \ud83d Aleppo \udc00 and Homs.'],
    ['right-to-left marks', 'In \u200fAleppo\u200e and \u2067Homs\u2069.'],
    ['other scripts', 'حلب Aleppo Алеппо 阿勒颇 Ἀλέππο Homs حمص'],
    ['accents apart from their letters', 'In Du\u0308sseldorf and Me\u0301xico.'],
    ['nothing', ''],
    ['zeros', '\0\0Aleppo\0'],
  ])('%s: offsets stay true', (_, text) => {
    for (const { start, end, text: mention } of read(text)) {
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).toBe(mention);
    }
  });

  test('marks of direction do not hide a name', () => {
    expect(read('Shells fell in \u200fAleppo\u200e.').map(({ place }) => place?.name)).toEqual(['Aleppo']);
  });
});
