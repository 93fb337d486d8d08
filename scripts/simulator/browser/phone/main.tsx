import { render } from 'preact';
import { WechatPhone } from './device';
import { readSettings } from './settings';
import { Shell } from './ui/shell';
import './ui/style/style.css';

/**
 * The phone page's script. It runs before the page's `load`, so that whoever embeds the page finds
 * `window.phone` there.
 */
const settings = readSettings(location.search);
const phone = new WechatPhone(settings);
Object.defineProperty(window, 'phone', { value: phone });
const root = document.getElementById('phone');
if (!root) throw new Error('the phone page has no #phone');
const wantsLess = matchMedia('(prefers-reduced-motion: reduce)').matches;
root.dataset.motion = settings.motion && !wantsLess ? 'on' : 'off';
render(<Shell phone={phone} />, root);
