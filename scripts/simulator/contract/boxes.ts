/**
 * WeChat's own components of which the simulator has the place alone, with the sizes that WeChat
 * gives them; those without one hold what stands inside.
 * https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export const BOXES: Readonly<
  Record<string, { readonly size?: readonly [width: string, height: string] }>
> = {
  video: { size: ['300px', '225px'] },
  audio: { size: ['300px', '65px'] },
  map: { size: ['300px', '150px'] },
  camera: { size: ['100%', '150px'] },
  'live-player': { size: ['300px', '225px'] },
  'live-pusher': { size: ['300px', '225px'] },
  'voip-room': { size: ['300px', '225px'] },
  'channel-live': { size: ['100%', '200px'] },
  'channel-video': { size: ['300px', '225px'] },
  editor: { size: ['100%', '200px'] },
  ad: { size: ['100%', '80px'] },
  'ad-custom': { size: ['100%', '80px'] },
  'official-account': { size: ['100%', '84px'] },
  'open-data': {},
  'xr-frame': { size: ['100%', '150px'] },
  'share-element': {},
  'keyboard-accessory': {},
  'navigation-bar': {},
  'functional-page-navigator': {},
  'grid-view': {},
  'list-view': {},
  'list-builder': {},
  'sticky-header': {},
  'sticky-section': {},
  'nested-scroll-header': {},
  'nested-scroll-body': {},
  'draggable-sheet': {},
  snapshot: {},
};
