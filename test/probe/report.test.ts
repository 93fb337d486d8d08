import { describe, expect, test } from '@jest/globals';
import { encodeQR } from 'qr';
import decodeQR from 'qr/decode.js';
import { pieces, qrOptions } from '../../scripts/probe/program/miniprogram/codes';
import type { Report } from '../../scripts/probe/program/miniprogram/contract';
import { parseReport } from '../../scripts/probe/report';

const report: Report = {
  probe: 1,
  where: { platform: 'android', SDKVersion: '3.8.0' },
  answers: {
    'launch.query-cut': {
      fact: 'the-query-is-cut-at-an-equals-sign',
      answer: { raw: '3==q', long: 'x'.repeat(2_500) },
    },
    'back.timing': {
      fact: 'how-long-ok-takes',
      answer: { hiddenInTime: true },
      measured: { success: 12 },
    },
  },
};

describe('a report is read', () => {
  test('as the JSON that the probe shows', () => {
    expect(parseReport(JSON.stringify(report))).toEqual(report);
  });

  test('as the texts of its QR codes, in any order and with other lines between', () => {
    const scanned = [...pieces(JSON.stringify(report))].reverse();
    expect(scanned.length).toBe(3);
    expect(parseReport(`scanned with a phone\n${scanned.join('\n\n')}\n`)).toEqual(report);
  });
});

test('a camera reads back what a code holds', () => {
  const [piece = ''] = pieces(JSON.stringify(report));
  const modules = encodeQR(piece, 'raw', { ...qrOptions, scale: 3 });
  const pixels = modules.flatMap((row) =>
    row.flatMap((isDark) => [...(isDark ? [0, 0, 0] : [255, 255, 255]), 255]),
  );
  const image = {
    width: modules.length,
    height: modules.length,
    data: Uint8ClampedArray.from(pixels),
  };
  expect(piece.length).toBeGreaterThan(1_000);
  expect(decodeQR(image)).toBe(piece);
});

describe('refused by name is', () => {
  test('a code that was not scanned', () => {
    const [first, , third] = pieces(JSON.stringify(report));
    expect(() => parseReport([first, third].join('\n'))).toThrow('of 3 QR codes, 2 is missing');
  });

  test('something else', () => {
    expect(() => parseReport('hello')).toThrow('neither the JSON');
    expect(() => parseReport('{"probe": 2, "where": {}, "answers": {}}')).toThrow(
      'no report of the probe',
    );
    expect(() => parseReport('{"probe": 1, "where": {}, "answers": {"x": {"answer": 1}}}')).toThrow(
      'fact',
    );
  });
});
