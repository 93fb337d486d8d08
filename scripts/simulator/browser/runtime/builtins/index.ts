import { defineButton } from './button';
import { defineChoices } from './choices';
import { defineForm } from './form';
import { defineIcon } from './icon';
import { defineImage } from './image';
import { defineInput, defineTextarea } from './input';
import type { BuiltinKit } from './kit';
import { defineLabel } from './label';
import { defineNavigator } from './navigator';
import { definePageMeta } from './page-meta';
import { definePicker } from './picker';
import { definePickerView } from './picker-view';
import { defineProgress } from './progress';
import { defineRichText } from './rich-text';
import { defineRootPortal } from './root-portal';
import { defineScrollView } from './scroll-view';
import { defineSlider } from './slider';
import { defineSwiper } from './swiper';
import { defineText } from './text';
import { defineView } from './view';
import { defineWebView } from './web-view';

/** All of `contract/builtins.ts`. */
const DEFINITIONS: readonly ((kit: BuiltinKit) => void)[] = [
  defineView,
  defineText,
  defineImage,
  defineButton,
  defineScrollView,
  defineInput,
  defineTextarea,
  defineChoices,
  defineLabel,
  defineForm,
  defineIcon,
  defineProgress,
  defineNavigator,
  defineWebView,
  definePageMeta,
  defineRichText,
  defineRootPortal,
  defineSwiper,
  defineSlider,
  definePicker,
  definePickerView,
];

export function defineBuiltins(kit: BuiltinKit): void {
  for (const define of DEFINITIONS) define(kit);
}
