import type { Data, Wxml } from './case';

/** Trees that differ, each for a reason that is no fault of ours. */
export const DIFFERENT: readonly (readonly [
  because: string,
  wxml: Wxml,
  data: Data,
  ours: string,
  wechats: string,
])[] = [
  [
    "glass-easel lets a template use itself; WeChat's older framework stops there",
    '<template name="t">{{d}}<template wx:if="{{d}}" is="t" data="{{d:d-1}}"/></template><template is="t" data="{{d}}"/>',
    { d: 2 },
    '210',
    '2',
  ],
  [
    'a number that is no whole one is a list of none to glass-easel',
    '<view wx:for="{{n}}"/>',
    { n: 1.5 },
    '',
    '<view></view><view></view>',
  ],
  [
    "a list of classes is glass-easel's own",
    '<view class="{{c}}"/>',
    { c: ['a', 'b'] },
    '<view class="a b"></view>',
    '<view class="a,b"></view>',
  ],
  [
    'what stands in a slot is shown to nobody',
    '<slot>x</slot>',
    {},
    '<slot></slot>',
    '<slot>x</slot>',
  ],
  [
    'a plain object has what all objects have',
    '<view a="{{o.hasOwnProperty}}"/>',
    { o: {} },
    '<view a="[function]"></view>',
    '<view></view>',
  ],
  [
    "a loop's name hides a module's",
    '<wxs module="m">module.exports={a:1}</wxs><view wx:for="{{l}}" wx:for-item="m">{{m.a}}</view>',
    { l: [{ a: 2 }] },
    '<view>2</view>',
    '<view>1</view>',
  ],
  [
    '"exports" is not in WeChat\'s documents, and "this" neither',
    '<wxs module="m">exports.a=1; exports.b=function(){return this===undefined}</wxs>{{m.a}}',
    {},
    '1',
    '',
  ],
  [
    'this binary escapes a backslash in a text twice',
    '<view>a\\\\b</view>',
    {},
    '<view>a\\\\b</view>',
    '<view>a\\x5cb</view>',
  ],
  [
    'this binary loses a string that is one escape',
    `<view a="{{'\\n'}}"/>`,
    {},
    '<view a="\\n"></view>',
    '<view a=""></view>',
  ],
  [
    "WeChat's older framework does not know a prefix, and keeps it",
    '<view foo:bar="1"/>',
    {},
    '<view></view>',
    '<view foo:bar="1"></view>',
  ],
  [
    'a class without a value is none',
    '<view class/>',
    {},
    '<view></view>',
    '<view class="true"></view>',
  ],
  [
    "an attribute of another framework's is none",
    '<view :name="x"/>',
    {},
    '<view></view>',
    '<view :name="x"></view>',
  ],
];

const YOUNGER = 'glass-easel, and so a younger compiler, takes it';
const WARNS = "understood by one of WeChat's two frameworks only";

/** What this binary, of 2020, stops at, and the simulator passes on; `says`: with a warning. */
export const TOO_KIND: readonly (readonly [wxml: string, because: string, says: string | null])[] =
  [
    ['<view a="{{a ?? b}}"/>', YOUNGER, WARNS],
    ['<view a="{{typeof a}}"/>', YOUNGER, WARNS],
    ['<view a="{{a, b}}"/>', YOUNGER, WARNS],
    ['<view a="{{...a}}"/>', YOUNGER, WARNS],
    ['<view a="{{a: 1}}"/>', YOUNGER, null],
    ['<view a="{{+a}}"/>', YOUNGER, null],
    ['<view a="{{a >>> b}}"/>', YOUNGER, null],
    ['<view a="{{0x10}}"/>', YOUNGER, null],
    ['<view a="{{1e3}}"/>', YOUNGER, null],
    ['<view a="{{ {} }}"/>', YOUNGER, null],
    ['<view a="{{ {a: {b: 1}} }}"/>', YOUNGER, null],
    [`<view a="{{'it\\'s'}}"/>`, YOUNGER, null],
    ['<view a="x\n y"/>', 'foreign programs have it, so DevTools must take it by now', null],
    ['<view a="{{a\n+ 1}}"/>', 'as above', null],
    ['<view a=y/><view b="1"/>', 'as above', 'should be quoted'],
    ['<view>{</view>', 'harmless', null],
    ['<view>a < b</view>', 'harmless', null],
    ['<view a.b="1"/>', 'harmless', null],
    ['<view $a="1"/>', 'an unknown attribute is passed over', 'invalid attribute name'],
    ['<view @a="1"/>', 'an unknown attribute is passed over', 'invalid attribute name'],
    ['<template is="t" data="a"/>', 'harmless', null],
    ...['let a = 1', 'var f = (a) => a', 'var a = `a`', 'var a = {...{}}', 'var a = {f() {}}'].map(
      (code) =>
        [
          `<wxs module="m">${code}; module.exports = 1</wxs>`,
          'JavaScript that is younger than WXS',
          'no newer JavaScript than ES5',
        ] as const,
    ),
    ...[
      'var a = /a/',
      'try { x } catch (e) {}',
      'throw 1',
      'var a = getDate; new a()',
      'for (var k in {}) k',
    ].map(
      (code) =>
        [
          `<wxs module="m">${code}; module.exports = 1</wxs>`,
          'JavaScript that is not in WXS',
          null,
        ] as const,
    ),
  ];

export const BROKEN: readonly string[] = [
  '<view>',
  '<view></text>',
  '</view>',
  '<view',
  '<view a="',
  '<view/ >',
  '<view>{{a</view>',
  '<view a="{{a"/>',
  '<view a="{{a=1}}"/>',
  '<view a="{{a++}}"/>',
  '<view a="{{a?.b}}"/>',
  '<view a="{{`x`}}"/>',
  '<view a="{{()=>1}}"/>',
  '<view a="{{new A()}}"/>',
  '<view wx:if/>',
  '<view wx:for/>',
  '<view wx:else/>',
  '<view wx:elif="{{a}}"/>',
  '<view wx:if="{{a}}"/>x<view wx:else/>',
  '<view wx:for="{{l}}" wx:if="{{a}}"/><view wx:else/>',
  '<wxs module="m">module.exports = {{</wxs>',
];
