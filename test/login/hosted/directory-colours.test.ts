import { describe, expect, test } from '@jest/globals';
import { withField } from './directory-entries';

/* The colours of an entry of a provider's directory: docs/provider.md, version 1. */

describe('its colours', () => {
  const theme = {
    light: { background: '#ffffff', primary: '#0B6478', onPrimary: '#ffffff', link: '#0b6478' },
    dark: { background: '#000000', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
  };

  test('are shown with those that follow from them', () => {
    const answer = withField({ colours: theme });
    expect(answer).toMatchObject({ notes: [] });
    expect('brand' in answer && answer.brand?.colours).toEqual({
      style: [
        '--light-background:#ffffff;--light-primary:#0b6478;--light-on-primary:#ffffff',
        '--light-link:#0b6478;--light-text:#1a1a1a;--light-quiet:#666666;--light-danger:#c4302b',
        '--light-control:#85898f;--light-card:#f6f6f6;--light-line:#e6e6e6',
        '--dark-background:#000000;--dark-primary:#6cc3d3;--dark-on-primary:#06232a',
        '--dark-link:#7fcbd9;--dark-text:#ededed;--dark-quiet:#a3a3a3;--dark-danger:#ff8a80',
        '--dark-control:#7d7d7d;--dark-card:#0e0e0e;--dark-line:#252525',
      ].join(';'),
      bar: {
        light: { background: '#ffffff', front: '#000000' },
        dark: { background: '#000000', front: '#ffffff' },
      },
    });
  });

  test.each<[string, unknown]>([
    ['none', null],
    ['one theme', { light: theme.light }],
    ['the other theme', { dark: theme.dark }],
    ['a colour too few', { ...theme, light: { ...theme.light, link: undefined } }],
    ['a name', { ...theme, light: { ...theme.light, link: 'teal' } }],
    ['three digits', { ...theme, dark: { ...theme.dark, link: '#fff' } }],
    ['more behind it', { ...theme, dark: { ...theme.dark, link: '#7fcbd9;x:y' } }],
    ['more before it', { ...theme, dark: { ...theme.dark, link: 'x:y;#7fcbd9' } }],
    ['a list', { ...theme, dark: { ...theme.dark, link: ['#7fcbd9'] } }],
  ])('that cannot be read (%s) are the provider\u2019s', (_, colours) => {
    const answer = withField({ colours });
    expect(answer).toMatchObject({
      notes: ['The directory’s colours cannot be read: ours are shown'],
    });
    expect('brand' in answer && answer.brand?.colours).toBeUndefined();
  });

  test('that are too alike are the provider\u2019s, and each pair is named', () => {
    const light = { ...theme.light, onPrimary: '#0b6479', link: '#dddddd' };
    expect(withField({ colours: { ...theme, light } })).toMatchObject({
      notes: [
        'The directory’s colours have too little contrast (light.onPrimary on primary, light.link on background, light.link on card): ours are shown',
      ],
    });
  });

  // #767676 on white has 4.54, #777777 has 4.48: https://webaim.org/resources/contrastchecker/
  test.each([
    ['#767676', true],
    ['#777777', false],
    // Nearly all blue, which counts least; nearly all green, which counts most.
    ['#0000ff', true],
    ['#008a00', true],
    ['#008b00', false],
  ])('%s is dark enough for a button\u2019s words on white: %s', (primary, enough) => {
    const light = { ...theme.light, primary };
    const answer = withField({ colours: { ...theme, light } });
    expect('notes' in answer && answer.notes.join()).toBe(
      enough
        ? ''
        : 'The directory’s colours have too little contrast (light.onPrimary on primary): ours are shown',
    );
  });
});
