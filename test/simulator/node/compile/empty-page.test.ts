import { expect, test } from '@jest/globals';
import { compileProgram } from '../../../../scripts/simulator/node/compile';
import { project } from './project';

/** Whether the compiler says of a page that it has nothing to draw. */
async function isEmpty(wxml: string, files: Readonly<Record<string, string>>): Promise<boolean> {
  const one = project({ 'src/pages/a/a.wxml': wxml, ...files });
  try {
    const { emptyPages } = await compileProgram(one.dir);
    expect(emptyPages.filter((page) => page !== 'pages/a/a')).toEqual([]);
    return emptyPages.length > 0;
  } finally {
    one.dispose();
  }
}

const wxss = (text: string) => ({ 'src/pages/a/a.wxss': text });
const app = (text: string) => ({ 'src/app.wxss': text });
const box = {
  'src/pages/a/a.json': '{ "usingComponents": { "box": "/box" } }',
  'src/box.json': '{ "component": true }',
  'src/box.wxml': '',
  'src/box.ts': 'Component({})',
};

const ownTabBar = {
  'src/app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b'],
    tabBar: {
      custom: true,
      list: ['a', 'b'].map((name) => ({ pagePath: `pages/${name}/${name}`, text: name })),
    },
  }),
  'src/pages/b/b.wxml': 'text',
  'src/pages/b/b.ts': 'Page({});',
  'src/custom-tab-bar/index.json': '{ "component": true }',
  'src/custom-tab-bar/index.wxml': 'text',
  'src/custom-tab-bar/index.ts': 'Component({});',
};

const nothing: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
  [''],
  [' \n\t\n'],
  ['<!-- nothing yet: <text>text</text> {{ a }} -->'],
  ['<!--pages/a/a.wxml-->\n'],
  ['<view></view>'],
  ['<view />'],
  ['<view>\n  <view></view>\n</view>'],
  ['<block />'],
  ['<block><view /></block>'],
  ['<wxs module="m">exports.a = "text";</wxs>'],
  ['<import src="/b.wxml" />', { 'src/b.wxml': '<template name="b">text</template>' }],
  ['<include src="/b.wxml" />', { 'src/b.wxml': '<view></view>' }],
  ['<view class="x" />'],
  ['<view class="x" />', wxss('.y { height: 10px; } #x { height: 10px; } text { height: 1px; }')],
  ['<view class="x" />', wxss('.x.y { height: 10px; } .x text { height: 10px; }')],
  ['<view class="x" />', wxss('.x { color: red; font-size: 20rpx; }')],
  ['<view />', app('view, text { box-sizing: border-box; margin: 0; padding: 0 }')],
  ['', app('page { height: 100%; font-size: 28rpx; }')],
  ['', wxss('page { display: flex; padding: 0 10rpx; color: var(--text); }')],
];
test.each(nothing)('%j with %j has nothing to draw', async (wxml, files = {}) => {
  expect(await isEmpty(wxml, files)).toBe(true);
});

const something: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
  ['text'],
  ['{{ text }}'],
  ['<view>text</view>'],
  ['<view>{{ text }}</view>'],
  ['<text></text>'],
  ['<image />'],
  ['<canvas type="2d" />'],
  ['<view wx:if="{{ false }}"></view>'],
  ['<block wx:if="{{ false }}"></block>'],
  ['<view wx:for="{{ [] }}" />'],
  ['<view style="height: 10px" />'],
  ['<view id="x" />'],
  ['<view hidden />'],
  ['<view class="{{ x }}" />'],
  ['<view class="x" data-a="1" />'],
  ['<box />', box],
  ['<unknown />'],
  ['<slot />'],
  ['<page-meta />'],
  ['<template name="b"><text>text</text></template><template is="b" />'],
  ['<template name="b"><view /></template>'],
  ['<template is="b" /><import src="/b.wxml" />', { 'src/b.wxml': '<template name="b" />' }],
  ['<include src="/b.wxml" />', { 'src/b.wxml': '<view>text</view>' }],
  ['<view class="x" />', wxss('.x { height: 10px; }')],
  ['<view class="x" />', app('.x { padding: 0 10px; }')],
  ['<view class="x" />', wxss('.x::before { content: "a"; }')],
  ['<view class="a x" />', wxss('.x { background: red; }')],
  ['<view class="x" />', wxss('@media (min-width: 1px) { .x { min-height: 1px; } }')],
  ['<view class="x" />', { ...wxss('@import "/b.wxss";'), 'src/b.wxss': '.x { border: 1px; }' }],
  ['<view />', wxss('view { height: 10px; }')],
  ['<view />', wxss('* { height: 10px; }')],
  ['<view />', wxss('page > :first-child { height: 10px; }')],
  ['<view />', wxss('[class] { height: 10px; }')],
  ['<view />', wxss('.a:not(.b), :not(.c) { height: 10px; }')],
  ['', wxss('page { background-image: url(https://a.test/a.png); }')],
  ['', wxss('page { background: linear-gradient(red, blue); }')],
  ['', app('page::after { content: "a"; }')],
  ['', wxss('page { border-top: 1px solid red; }')],
  ['<view></view>', wxss('page { background: red; height: 100%; }')],
  ['<view></view>', app('page { background-color: #f5f5f5; }')],
  ['<view></view>', wxss('page::before { content: "a"; }')],
  ['', wxss('::before { content: "a"; }')],
  ['', wxss('* { background: red; }')],
  ['', wxss('page { -webkit-mask: none; }')],
  ['', ownTabBar],
];
test.each(something)('%j with %j has something to draw, or may have', async (wxml, files = {}) => {
  expect(await isEmpty(wxml, files)).toBe(false);
});
