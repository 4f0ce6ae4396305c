import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildGazetteer, GAZETTEER_FILE } from '../../seeds/build-gazetteer.ts';
import { readRecords, readWords } from '../../seeds/gazetteer-records.ts';
import { fold, foldLoosely } from '../../src/gazetteer/fold.ts';
import { packDegrees, packPopulation, unpackDegrees, unpackPopulation } from '../../src/gazetteer/format.ts';
import { readGazetteer } from '../../src/gazetteer/read.ts';
import { type GazetteerRecord, writeGazetteer } from '../../src/gazetteer/write.ts';
import type { Place } from '../../src/types.ts';

buildGazetteer();
const file = readFileSync(GAZETTEER_FILE);
const bytes = () => file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
const gazetteer = readGazetteer(bytes());
const records = readRecords(join(import.meta.dirname, '../../seeds/data'));

/** Folded once: to fold them for every scan is what took the time. */
const keys = records.map(({ name, alternates }) => [name, ...alternates].map(fold));

/** What the packed file must answer, by a scan over the records it was built from. */
function scan(key: string): GazetteerRecord[] {
  return records.filter((_, index) => keys[index]?.includes(key));
}

const like = ({ name, code, region, geonameId }: GazetteerRecord) => `${name}|${code}|${region}|${geonameId}`;
const likePlace = ({ name, featureClass, featureCode, admin1, countryCode, geonameId }: Place) =>
  `${name}|${featureClass}.${featureCode}|${admin1 || (countryCode && `${countryCode}.`)}|${geonameId ?? 0}`;

describe('looking up', () => {
  // Every 2,500th record, so that all letters, block edges and kinds come up.
  const sample = records
    .filter((_, index) => index % 2500 === 0)
    .flatMap(({ name, alternates }) => [name, ...alternates]);

  test.each([
    ...new Set([...sample, 'Springfield', 'San José', 'Georgia', 'Aleppo', 'US', 'Red Sea']),
  ])('%s: as a plain scan finds it', (name) => {
    expect(gazetteer.find(name).map(likePlace).sort()).toEqual(scan(fold(name)).map(like).sort());
  });

  test.each([
    '',
    ' ',
    'Qwertyuiop',
    'Aleppoo',
    'aaaa',
    'zzzz',
    '~dar zur',
    'x'.repeat(10_000),
    '\ud800',
    'حلب',
    '\0',
  ])('nothing bears the name %j', (name) => {
    expect(scan(fold(name))).toEqual([]);
    expect(gazetteer.find(name)).toEqual([]);
  });

  test('columns come back as they went in', () => {
    const [aleppo] = gazetteer.find('Aleppo');
    const row = records.find(({ geonameId }) => geonameId === 170063);
    expect(aleppo).toMatchObject({ geonameId: 170063, countryCode: 'SY', admin1: 'SY.09', timeZone: 'Asia/Damascus' });
    expect(aleppo?.lat).toBeCloseTo(row?.lat ?? 0, 3);
    expect(aleppo?.lng).toBeCloseTo(row?.lng ?? 0, 3);
    expect((aleppo?.population ?? 0) / (row?.population ?? 1)).toBeCloseTo(1, 2);
  });

  test('regions, counties, peoples and outlets lead to their places', () => {
    expect(gazetteer.region('SY')?.name).toBe('Syria');
    expect(gazetteer.region('SY.12')?.name).toBe('Idlib');
    expect(gazetteer.region('SY.12')).toBe(gazetteer.region('SY.12'));
    expect(gazetteer.region('XX.99')).toBeNull();
    expect(gazetteer.homeOf('syrian').map(({ name }) => name)).toEqual(['Syria']);
    expect(gazetteer.outlet('ajc.com')?.name).toBe('Atlanta');
    const [alexandria] = gazetteer.find('Alexandria').filter(({ admin1 }) => admin1 === 'US.MN');
    const counties = gazetteer.find('Douglas County');
    const around = counties.filter((county) => alexandria && gazetteer.isInCounty(alexandria, county));
    expect(around.map(({ admin1 }) => admin1)).toEqual(['US.MN']);
    expect(counties.length).toBeGreaterThan(around.length);
  });

  test('every country has a point, a GeoNames id, people and a zone', () => {
    const countries = records.filter(({ code }) => code.startsWith('A.PCLI'));
    expect(countries.length).toBeGreaterThan(240);
    for (const { name, lat, lng, geonameId, timeZone, region } of countries) {
      // Nobody lives there all year.
      if (['UM.', 'AQ.', 'TF.', 'IO.', 'GS.'].includes(region)) continue;
      expect({ name, there: (lat !== 0 || lng !== 0) && geonameId > 0, zone: timeZone !== '' }).toEqual({
        name,
        there: true,
        zone: true,
      });
    }
  });
});

describe('folding', () => {
  test.each([
    ['Ḩamāh', 'hamah'],
    ['Ra’s al-‘Ayn', 'ras al ayn'],
    ['St. Louis', 'saint louis'],
    ['Saint-Denis', 'saint denis'],
    ['Łódź', 'lodz'],
    ['İzmir', 'izmir'],
    ['U.S.', 'u s'],
    ['  Rio   de\u00a0Janeiro ', 'rio de janeiro'],
  ])('%s is %s', (name, key) => expect(fold(name)).toBe(key));

  test.each([
    ['Deir Ezzor', 'Dayr az Zawr', 'Deir al-Zour', 'Deir ez-Zor'],
    ['Tal Rifaat', 'Tall Rif‘at', 'Tell Refaat'],
    ['Maaret al-Numan', 'Ma‘arrat an Nu‘mān', 'Maarrat al-Nu’man'],
    ['Khan Sheikhoun', 'Khān Shaykhūn'],
  ])('%s and %s are one', (...names) => expect(new Set(names.map(foldLoosely)).size).toBe(1));

  test.each([
    ['Hama', 'Homs'],
    ['Deir Ezzor', 'Daraa'],
    ['Tal Rifaat', 'Tal Abyad'],
    ['Mosul', 'Basra'],
  ])('%s and %s are two', (a, b) => expect(foldLoosely(a)).not.toBe(foldLoosely(b) || 'none'));

  test('what is left of a short name is no key', () => expect(foldLoosely('al-Bab')).toBe(''));
});

describe('packing', () => {
  test.each([
    0, 1, 2047, 2048, 12345, 1_602_264, 37_000_000, 1_400_000_000,
  ])('a population of %i is at most 0.1 %% off', (people) => {
    expect(Math.abs(unpackPopulation(packPopulation(people)) - people)).toBeLessThanOrEqual(people / 1000);
  });

  test.each([-90, -33.8688, 0, 36.2012, 90])('a latitude of %d is at most 20 m off', (lat) => {
    expect(Math.abs(unpackDegrees(packDegrees(lat, 180), 180) - lat)).toBeLessThan(0.0003);
  });
});

describe('writing', () => {
  test('the order of the records does not matter', () => {
    const some = records.filter((_, index) => index % 500 === 0);
    expect(writeGazetteer(some.toReversed(), [])).toEqual(writeGazetteer(some, []));
  });

  test('an empty gazetteer answers', () => {
    expect(readGazetteer(writeGazetteer([], []).buffer as ArrayBuffer).find('Aleppo')).toEqual([]);
  });

  test('given names and common words are marked', () => {
    expect(readWords(join(import.meta.dirname, '../../seeds/data')).length).toBeGreaterThan(10_000);
    expect(gazetteer.entry('florence')).toMatchObject({ givenName: true });
    expect(gazetteer.entry('reading').commonWord).toBeGreaterThan(0);
    expect(gazetteer.entry('aleppo')).toMatchObject({ givenName: false, commonWord: 0 });
  });
});

describe('bad bytes are refused with what was found and what was expected', () => {
  const changed = (change: (copy: Uint8Array) => void) => {
    const copy = bytes();
    change(new Uint8Array(copy));
    return copy;
  };

  test.each<[string, () => ArrayBuffer, RegExp]>([
    ['nothing', () => new ArrayBuffer(0), /found 0 bytes, expected a header of \d+/],
    ['a header cut off', () => bytes().slice(0, 100), /found 100 bytes, expected a header/],
    [
      'another file',
      () => changed((copy) => copy.set([0x89, 0x50, 0x4e, 0x47])),
      /found the mark 0x474e5089, expected 0x5a474c44/,
    ],
    ['another version', () => changed((copy) => copy.set([99], 4)), /found version 99, expected \d+/],
    ['the end cut off', () => bytes().slice(0, 1_000_000), /found 1000000 bytes, expected \d{7}/],
    [
      'one bit turned over',
      () => changed((copy) => copy.set([(copy[3_000_000] ?? 0) ^ 4], 3_000_000)),
      /found the checksum .*, expected 0x/,
    ],
    [
      'a length that is no multiple of four',
      () => bytes().slice(0, file.byteLength - 1),
      /found \d+ bytes, expected \d+/,
    ],
  ])('%s', (_, make, message) => expect(() => readGazetteer(make())).toThrow(message));
});
