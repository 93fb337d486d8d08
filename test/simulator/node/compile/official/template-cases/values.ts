import type { SameTree } from './case';

export const VALUES: readonly SameTree[] = [
  [
    'operators',
    `<view a="{{1+2*3}}" b="{{(1+2)*3}}" c="{{a?b:c}}" d="{{!a}}" e="{{a&&b||c}}" f="{{a==1}}" g="{{a!=='1'}}" h="{{5%3}}"/>`,
    { a: 1, b: 2 },
    { a: 0, b: 0, c: 'x' },
  ],
  [
    'operators on bits',
    '<view a="{{~a}}" b="{{a&b}}" c="{{a|b}}" d="{{a^b}}" e="{{a<<b}}" f="{{a>>b}}" g="{{- -a}}" h="{{a ?b ?1:2:3}}"/>',
    { a: 6, b: 3 },
  ],
  [
    'numbers',
    '<view a="{{.5}}" b="{{1.50}}" c="{{0.1+0.2}}" d="{{-0}}" e="{{1/0}}" f="{{5.}}" g="{{010}}" h="{{0/0}}"/>',
  ],
  [
    'what may be there',
    '<view a="{{a==null}}" b="{{u==undefined}}" c="{{u===null}}" d="{{a||1}}" e="{{u&&u.x}}" f="{{u.x.y}}" g="{{a.x}}"/>',
    { a: null },
    { a: { x: 1 }, u: { x: { y: 2 } } },
  ],
  [
    'names that are no keywords',
    '<view a="{{class}}" b="{{if}}" c="{{NaN}}" d="{{Infinity}}" e="{{this}}" f="{{o.class}}" g="{{o.default.if}}"/>',
    { class: 1, if: 2, o: { class: 5, default: { if: 6 } } },
  ],
  [
    'lists and objects',
    '<view a="{{[1,2,a]}}" b="{{ {x:1,y:a} }}" c="{{[]}}" d="{{ {a,b} }}" e="{{ {...o, z:1} }}" f="{{ {z:1, ...o} }}" g="{{[a,[b]]}}"/>',
    { a: 1, o: { z: 5, q: 1 } },
  ],
  [
    'one object or the other',
    '<view a="{{a ? {x:1} : [1]}}" b="{{ {a: b, c: 2} }}"/>',
    { a: 1, b: [2] },
    { a: 0 },
  ],
  [
    'members',
    `<view a="{{l[0]}}" b="{{l[i].x}}" c="{{o['k']}}" d="{{l.length}}" e="{{s.length}}" f="{{s[1]}}" g="{{o[s]}}"/>`,
    { l: [{ x: 1 }, { x: 2 }], i: 1, o: { k: 7, ab: 8 }, s: 'ab' },
    { l: [], i: 0, o: null, s: '' },
  ],
  [
    'what JavaScript adds is not there',
    '<view a="{{l.find}}" b="{{s.link}}" c="{{n.toFixed}}" d="{{l.find.length}}" wx:if="{{!l.values}}"/>',
    { l: [1], s: 'ab', n: 1 },
  ],
  [
    'calls of what is no WXS',
    `<view a="{{o.b()}}" b="{{s.toUpperCase()}}" c="{{l.join('-')}}" d="{{parseInt(1)}}" e="{{Math.max(1)}}" f="{{u()}}"/>`,
    { o: { b: 1 }, s: 'x', l: [1] },
  ],
  ['values in texts', '<view>{{a}}</view><view>x{{a}}</view>', { a: null }, { a: undefined }],
  [
    'more values in texts',
    '<view>{{a}}|{{b}}|{{c}}|{{d}}|{{e}}</view>',
    { a: true, b: [1, [2]], c: { a: 1 }, d: 0, e: '' },
    { a: Number.NaN, b: [], c: [null], d: -1, e: 'x' },
  ],
  [
    'texts around values in attributes',
    `<view a="x{{a}}y{{b}}" b="{{a}} " c=" {{a}}" d="{{ a }}" e="{{a}}{{b}}" f="{{}}" g="" h="{{''}}"/>`,
    { a: null },
    { a: [1], b: { x: 1 } },
  ],
  [
    'values of attributes',
    '<view hidden selectable="" a="{{true}}" b="{{undefined}}" c="{{null}}" d="x{{undefined}}" e="{{1}}{{2}}" f="false"/>',
  ],
  [
    'strings in expressions',
    `<view a="{{'x' + a}}" b='{{"q"}}' c="{{'{{'}}" d="{{'}}'}}" e="{{'&lt;'}}">{{"a\\nb"}}{{"}}"}}</view>`,
    { a: 1 },
  ],
  [
    'what looks like an expression',
    '<view>}}</view><view>{ {a} }</view><view>{{a}}}</view><view>a > b</view>',
    { a: 1 },
  ],
  [
    'white space',
    '<view>  a  b \n c  </view>  <view/>\n\n text <view> <text/> </view><view> {{a}} </view><view>\n{{a}}\n</view><view>{{" "}}</view>',
    { a: 'x' },
  ],
  [
    'odd white space',
    '<text>a\r\nb\tc</text><text>\u2028 \u00a0</text><view>\u00a0</view><view>\u3000</view>',
  ],
  ['comments', '<view>a <!-- c -->b</view><!-- <view/> --><!-- {{ a }} --><!-- -- --><!-- x'],
  [
    'entities stay',
    '<view a="&lt;&amp;&quot;&nbsp;&#39;&#x41; & &x">&lt;&amp;&quot;&nbsp;&#39;&#x41;&copy; & x &y</view>',
  ],
  [
    'a backslash in an attribute',
    `<view a="a\\nb\\tc\\rd" b="\\\\" c="\\x\\u4e00\\0" d="\\"x\\"" e='\\'' f="a\\tb{{x}}c\\nd\\xe"/>`,
    { x: 1 },
  ],
  [
    'a backslash in a text',
    '<view>a\\nb\\tc\\rd\\x\\u4e00{{x}}\\n</view><view>C:\\dir\\new</view>',
    { x: 1 },
  ],
  ['quotes', `<view a='x' b="it's" c='say "x"' d="a>b" e="a<b" f = "x"  g= "y"h="z"/>`],
  ['tags', '<VIEW/><View></View ><br/><span>x</span><a_b/><view\na="1"\n\tb\n/>\ufeff<view/>;'],
  ['names of attributes', '<view A="1" aB="2" a-b-c="3" a_b="4" _c="5" wx:foo="6" a="7" a="8"/>'],
  ['no template at all', '\n \n'],

  [
    'events',
    '<view bindtap="a" bind:x="b" catchx2="c" catch:x3="{{d}}" mut-bind:x4="e" capture-bind:x5="f" capture-catch:x6="g" bind:my-ev="h" bindmy-ev2="i" bindMyEv="j"/>',
    { d: 'h' },
    { d: 'k' },
  ],
  [
    'datasets and marks',
    `<view data-a="1" data-a-b="{{1}}" data-aB="{{2}}" data-A-b-c="3" data-a_b="4" data-1="5" data-x="{{ {a:1} }}" data-y="{{u}}" data-z mark:a="1" mark:aB="{{u}}" mark:a-b="2"/>`,
    {},
    { u: [1] },
  ],
  [
    'class, style and id',
    `<view class=" a-{{b}}-c {{d ? 'x' : ''}} {{e && 'y'}}" style="width:{{w}}px;{{s}}" id="{{i}}"/>`,
    { b: 1, d: 1, e: 0, w: 1, i: 5 },
    { b: null, d: 0, e: 1, s: 'a:b' },
  ],
  [
    'class, style and id of anything',
    '<view class="{{a}}" style="{{a}}" id="{{a}}"/>',
    { a: null },
    { a: false },
  ],
  [
    'slots',
    '<slot/><slot name="a" slot="b"/><view slot="c"/><view slot="{{d}}"/><slot wx:if="{{d}}" name="{{d}}"/><view wx:for="{{l}}"><slot name="{{item}}"/></view>',
    { d: 'k', l: ['x', 'y'] },
    { d: 'm', l: [] },
  ],
  [
    'model:',
    '<input model:value="{{a}}"/><input model:value="{{b.c}}"/><input model:value="x"/>',
    { a: 'x', b: { c: 1 } },
    { a: 'y', b: {} },
  ],
  [
    'built-in components',
    '<scroll-view scroll-y scroll-into-view="{{v}}" bindscroll="f"/><image src="/a.png" lazy-load></image><input password/><button open-type="getPhoneNumber" disabled="{{!v}}">ok</button><canvas type="2d" canvas-id="d"/>',
    { v: 'a' },
    {},
  ],
];
