import { useEffect, useState } from 'preact/hooks';
import type { PhoneScreen, ScreenStore } from '../screen';

export function useScreen(store: ScreenStore): PhoneScreen {
  const [screen, setScreen] = useState(store.get());
  useEffect(() => {
    setScreen(store.get());
    return store.subscribe(() => setScreen(store.get()));
  }, [store]);
  return screen;
}
