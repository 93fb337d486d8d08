import { defineBoxes } from './box';
import { defineCanvas } from './canvas';
import { defineButton } from './form/button';
import { defineChoices } from './form/choices';
import { defineForm } from './form/form';
import { defineInput, defineTextarea } from './form/input';
import { defineLabel } from './form/label';
import { definePicker } from './form/picker';
import { definePickerView } from './form/picker-view';
import { defineSlider } from './form/slider';
import { defineIcon } from './icon';
import { defineImage } from './image';
import type { BuiltinKit } from './kit';
import { defineMatchMedia } from './match-media';
import { defineMovable } from './movable';
import { defineNavigator } from './navigator';
import { definePageContainer } from './page-container';
import { definePageMeta } from './page-meta';
import { defineProgress } from './progress';
import { defineRichText } from './rich-text';
import { defineRootPortal } from './root-portal';
import { defineScrollView } from './scroll-view';
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
  defineMovable,
  definePicker,
  definePickerView,
  defineCanvas,
  defineMatchMedia,
  definePageContainer,
  defineBoxes,
];

export function defineBuiltins(kit: BuiltinKit): void {
  for (const define of DEFINITIONS) define(kit);
}
