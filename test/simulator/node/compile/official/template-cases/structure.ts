import type { SameTree } from './case';

export const STRUCTURE: readonly SameTree[] = [
  [
    'wx:if',
    '<view wx:if="{{a}}">1</view>\n<view wx:elif="{{b}}">2</view><!-- c --><view wx:else>3</view>',
    { a: 0, b: 1 },
    { a: 0, b: 0 },
  ],
  [
    'wx-if',
    '<view wx-if="{{a}}">1</view><view wx:elif="{{b}}">2</view><view wx:else>3</view>',
    { b: 1 },
    { a: 1 },
  ],
  [
    'wx:if in wx:if',
    '<view wx:if="{{a}}"><view wx:if="{{b}}">1</view><view wx:else>2</view></view><block wx:else><view/>3</block>',
    { a: 1, b: 0 },
    { a: 0, b: 1 },
  ],
  [
    'what is true',
    `<view wx:if="a">1</view><view wx:if="">2</view><view wx:if="{{'false'}}">3</view><view wx:if="{{false}} ">4</view><view wx:if="{{[]}}">5</view><view wx:if="{{0/0}}">6</view><view wx:if="{{}}">7</view>`,
  ],
  [
    'wx:for',
    '<view wx:for="{{l}}" wx:key="k" wx:for-item="it" wx:for-index="ix" id="i-{{ix}}">{{ix}}{{it.v}}</view>',
    { l: [{ k: 1, v: 'a' }, { k: 2 }] },
    { l: [{ k: 3 }, { k: 2, v: 'b' }, { k: 1 }] },
  ],
  [
    'wx:for by the item',
    '<view wx:for="{{l}}" wx:key="*this">{{item}}{{index}}</view>',
    { l: [1, 2, 3] },
    { l: [3, 1, 2, 4] },
  ],
  [
    'keys that are no keys',
    '<view wx:for="{{l}}" wx:key="{{item.k}}">{{item.k}}</view><view wx:for="{{l}}" wx:key="index">{{item.k}}</view>',
    { l: [{ k: 1 }, { k: 1 }] },
    { l: [{ k: 2 }, { k: 1 }, { k: 2 }] },
  ],
  [
    'wx:for of objects',
    '<view wx:for="{{o}}">{{index}}{{item}}</view>',
    { o: { b: 1, a: 2, 1: 3 } },
    { o: { 1: 4, c: 5 } },
  ],
  [
    'wx:for of texts and numbers',
    '<view wx:for="{{a}}">{{index}}{{item}}</view><view wx:for="abc">{{item}}</view><view wx:for="{{[1,2]}} ">{{item}}</view>',
    { a: 3 },
    { a: 'xy' },
  ],
  [
    'wx:for of nothing',
    '<view wx:for="{{a}}">{{item}}</view><view wx:for="">x</view>',
    { a: null },
    { a: true },
  ],
  [
    'wx:for in wx:for',
    '<block wx:for="{{l}}" wx:for-item="a"><view wx:for="{{a.c}}" wx:for-index="j" wx:if="{{item}}">{{index}}{{j}}{{item}}</view>{{index}}</block>',
    { l: [{ c: [1, 0] }, {}] },
    { l: [{ c: [] }, { c: [5] }] },
  ],
  [
    'names of loops and data',
    '{{l}}<view wx:for="{{l}}" wx:for-item="l">{{l}}</view><view wx:for="{{l}}" wx:for-item="item" wx:for-index="item">{{item}}{{index}}</view>',
    { l: ['a', 'b'], index: 'I' },
  ],
  ['an old name', '<view wx:for-items="{{l}}">{{item}}</view>', { l: [1] }, { l: [1, 2] }],
  [
    'block',
    '<block>x<view/></block><block a="1" class="x" hidden="{{true}}" bindtap="f">y</block><block/>',
  ],

  [
    'templates',
    '<template name="t"><view>{{a}}{{b}}</view></template><template is="t" data="{{a}}"/>|<template is="t"/>|<template is="t" data="{{...o}}"/>|<template is="t" data="{{a:b,b:a}}"/>|<template is="t" data="{{...o,a}}"/>|<template is="t" data="{{a,...o}}"/>',
    { a: 1, b: 2, o: { a: 8, b: 9 } },
    { a: 3, o: {} },
  ],
  [
    'a template by a name that is computed',
    '<template name="t">T{{a}}</template><template name="u">U</template><template is="{{n}}" data="{{a}}"/>',
    { n: 't', a: 1 },
    { n: 'u' },
  ],
  [
    'a template that comes later, in a loop, in an if',
    '<template wx:for="{{l}}" is="t" data="{{item,index}}"/><template wx:if="{{a}}" is="t"/><template wx:else is="u"/><template name="t">{{item}}{{index}}</template><template name="u">U</template>',
    { l: [1, 2], a: 0 },
    { l: [3], a: 1 },
  ],
  [
    'a template in a template',
    '<view><template name="t"><template name="u">U</template><template is="u"/>T</template></view><template is="t"/>',
  ],
  [
    'of two templates of a name the last',
    '<template is="t"/><template name="t">1</template><template name="t">2</template>',
  ],
  [
    'templates that are not there',
    '<template is="none"/><template is=""/><template/><template name="">x</template>y',
  ],
  [
    'a template with all that a tag has',
    '<template name="t"><view class="{{c}}" bindtap="{{h}}" data-a="{{a}}" wx:for="{{l}}">{{item}}<slot/></view></template><template is="t" data="{{c:k,h,l:[1,b]}}"/>',
    { k: 'x', h: 'go', b: 2 },
    { h: 'no', b: 3 },
  ],
  [
    'import',
    {
      'a.wxml':
        '<import src="d/b.wxml"/><import src="./c"/><template is="t" data="{{x}}"/><template is="u"/><template is="c"/>',
      'd/b.wxml':
        '<import src="../c.wxml"/><template name="t">B{{x}}<template is="c"/></template><template name="c">own</template>not here',
      'c.wxml': '<template name="c">C</template>',
    },
    { x: 1 },
    { x: 2 },
  ],
  [
    'an own template before an imported one',
    {
      'a.wxml': '<import src="b.wxml"/><template name="t">A</template><template is="t"/>',
      'b.wxml': '<template name="t">B</template>',
    },
  ],
  [
    'the last of two imported ones',
    {
      'a.wxml': '<import src="b.wxml"/><import src="c.wxml"/><template is="t"/>',
      'b.wxml': '<template name="t">B</template>',
      'c.wxml': '<template name="t">C</template>',
    },
  ],
  ['files that are not there', '<import src="none.wxml"/><include src="none.wxml"/><import/>x'],
  [
    'include',
    {
      'a.wxml': '<include src="b.wxml"/>|<view><include src="b"></include></view>',
      'b.wxml':
        '<view>\n  {{x}}\n {{x}}\n</view>\n<view\n  b="1"/>\ny<wxs module="m">module.exports={a:1}</wxs>{{m.a}}\n<!-- c\n -->',
    },
    { x: 1 },
    { x: 2 },
  ],
  [
    'include in a loop',
    {
      'a.wxml':
        '<include wx:for="{{l}}" src="b.wxml"/><block wx:for="{{l}}"><include src="b.wxml"/></block><include wx:if="{{l.length}}" src="b.wxml"/>',
      'b.wxml': '<view>{{item}}{{index}}</view>',
    },
    { l: [1, 2] },
    { l: [] },
  ],
  [
    'include in include',
    {
      'a.wxml': '<wxs module="m">module.exports={a:"A"}</wxs><include src="d/b.wxml"/>',
      'd/b.wxml': 'B{{m.a}}<include src="c.wxml"/>',
      'd/c.wxml': '<view class="x">C</view>',
    },
  ],
  [
    'include of a file with templates',
    {
      'a.wxml': '<template name="t">T</template><include src="b.wxml"/><template is="u"/>',
      'b.wxml': '<template is="t"/><template name="u">U</template>x',
    },
  ],
  ['a file that includes itself', { 'a.wxml': '<include src="a.wxml"/>x' }],

  [
    'WXS',
    `<wxs module="m">var x=1; function f(a,b){return a+b+x} module.exports={f:f,x:x,o:{y:[1,2]}};</wxs><view a="{{m.f(1,c)}}" b="{{m.x}}" c="{{m.o}}" d="{{m.o.y[1]}}" e="{{m.f}}" f="{{m.none()}}" g="{{m['f'](1,m.x)}}" bindtap="{{m.f}}" change:a="{{m.none}}">{{m.f('a','b')}}</view>`,
    { c: 5 },
    { c: 'x' },
  ],
  [
    'WXS of files',
    {
      'a.wxml': '<wxs src="./u.wxs" module="u"/>{{u.f(1)}}',
      'u.wxs': 'var v = require("./d/v.wxs"); module.exports={f:function(a){return v.g(a)+v.n}};',
      'd/v.wxs': 'var w=require("../w.wxs"); module.exports={g:function(a){return w(a)},n:0}',
      'w.wxs': 'module.exports=function(a){return "w"+a}',
    },
  ],
  [
    'WXS in templates',
    {
      'a.wxml':
        '<import src="b.wxml"/><wxs module="m">module.exports={a:"a"}</wxs><template name="u">{{m.a}}</template><template is="t"/><template is="u"/>',
      'b.wxml': '<wxs module="m">module.exports={a:"b"}</wxs><template name="t">{{m.a}}</template>',
    },
  ],
  ['WXS before data', '<wxs module="m">module.exports={a:1}</wxs>{{m.a}}', { m: { a: 7 } }],
  [
    'what WXS is given are copies',
    '<wxs module="m">module.exports={p:function(a){a.push(1);return a.length},o:function(o){o.x=5;return o.x}}</wxs>{{m.p(l)}}{{m.p(l)}}{{l.length}}{{m.o(o)}}{{o.x}}',
    { l: [], o: { x: 1 } },
  ],
  [
    'WXS that fails',
    '<wxs module="m">module.exports={f:function(){var x; return x.y}, g:function(){return none.y}}</wxs><wxs module="n">var x; x.y; module.exports=1</wxs>a{{m.f()}}{{m.g()}}{{n}}b',
  ],
  [
    'the constructor of any expression',
    `<wxs module="m">module.exports={a:function(l,o){var x={constructor:1}; return l.constructor+(l).constructor+l[0].constructor+l["constructor"]+o.constructor+m(l).constructor+''.constructor}}; function m(a){return a}</wxs>{{m.a(l,o)}}`,
    { l: [1], o: {} },
  ],
  [
    'words that WXS does not reserve',
    `<wxs module="class">${'class const debugger enum export extends finally import instanceof in new super throw try with catch let static'
      .split(' ')
      .map((word) => `var ${word} = "${word[0]}";`)
      .join(
        '',
      )} module.exports = {class: class + new + (true ? in : try), new: const}; module.exports.try = throw</wxs>{{class.class}}{{class.new}}{{class.try}}`,
  ],
  [
    "WXS's library",
    `<wxs module="m">module.exports={d:function(){return getDate(0).getTime()},r:function(s){return getRegExp("\\d+","g").exec(s)[0]+s.replace(getRegExp('[a-z]','g'),'-')},p:function(){return parseInt("12px")+Math.floor(1.5)},j:function(o){return JSON.stringify(o)},s:function(){return [3,1,2].sort().map(function(x){return x*2}).filter(function(x){return x>2}).join("-")},n:function(n){return n.toFixed(2)+typeof n}}</wxs>{{m.d()}}{{m.r("a12b")}}{{m.p()}}{{m.j(o)}}{{m.s()}}{{m.n(1.5)}}`,
    { o: { x: 1, y: [2] } },
  ],
  [
    'statements of WXS',
    `<wxs module="m">module.exports={a:function(n){switch(n){case 1:return "one";default:return "d";}},b:function(){var i=0;do{i++;if(i==2)continue;}while(i<3);return i},c:function(){return void 0},d:function(){var o={};o.x=1;delete o.x;return o.x},g:function(){return arguments[1]},h:-1,}</wxs>{{m.a(1)}}{{m.a(2)}}{{m.b()}}{{m.c()}}{{m.d()}}{{m.g(1,2)}}{{m.h}}`,
  ],
];
