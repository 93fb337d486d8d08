import { useEffect, useState } from 'preact/hooks';
import type { Screen, ScreenStore } from '../screen';

export function useScreen(store: ScreenStore): Screen {
  const [screen, setScreen] = useState(store.get());
  useEffect(() => {
    setScreen(store.get());
    return store.subscribe(() => setScreen(store.get()));
  }, [store]);
  return screen;
}
