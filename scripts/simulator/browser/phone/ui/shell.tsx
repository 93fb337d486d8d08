import { useEffect, useRef } from 'preact/hooks';
import type { WechatPhone } from '../device';
import { AppSlot } from './app-slot';
import { ContractPage } from './contract-page';
import { Dialogs } from './dialogs';
import { NativePage } from './native-page';
import { NavigationBar } from './navigation-bar';
import { Picker } from './picker';
import { Problems } from './problems';
import { Sheets } from './sheets';
import { Splash } from './splash';
import { StatusBar } from './status-bar';
import { TabBar } from './tab-bar';
import { useScreen } from './use-screen';
import { clientWords } from './words';

/** The phone's whole screen: the app, and WeChat with the program over it when that is in front. */
export function Shell({ phone }: { phone: WechatPhone }) {
  const screen = useScreen(phone.screen);
  const { device, front, program } = screen;
  const words = clientWords(device.language);

  useEffect(() => {
    // The program's frame takes its `prefers-color-scheme` from the scheme of the element that
    // holds it.
    document.documentElement.dataset.theme = device.theme;
    document.documentElement.lang = device.language.replace('_', '-');
  }, [device.theme, device.language]);

  return (
    <div
      class="screen"
      style={{
        '--status-bar': `${device.statusBarHeight}px`,
        '--safe-bottom': `${device.safeAreaBottom}px`,
      }}
    >
      <AppSlot app={screen.app} />
      <section
        class="wechat"
        data-front={front === 'program'}
        data-state={program}
        data-custom-bar={screen.bar.custom}
        aria-hidden={front !== 'program'}
      >
        <NavigationBar
          bar={screen.bar}
          words={words}
          onBack={() => phone.back()}
          onClose={() => phone.background()}
        />
        <ProgramPlace place={phone.place} />
        {screen.tabBar !== null && (
          <TabBar bar={screen.tabBar} onTap={(index) => phone.process?.tapTab(index)} />
        )}
        {program === 'starting' && (
          <Splash
            name={screen.programName}
            icon={screen.programIcon}
            dark={device.theme === 'dark'}
            words={words}
            onClose={() => phone.background()}
          />
        )}
        {screen.contract !== null && (
          <ContractPage name={screen.programName} words={words} onBack={() => phone.back()} />
        )}
        <NativePage
          page={screen.nativePage}
          words={words}
          onTurn={(index) => phone.turnNativePage(index)}
          onAnswer={(answer) => phone.answerNativePage(answer)}
        />
        <Sheets
          screen={screen}
          words={words}
          onAnswer={(answer) => phone.answerSheet(answer)}
          onContract={() => phone.screen.set({ contract: screen.sheet?.subject ?? '' })}
        />
        <Picker
          picker={screen.picker}
          words={words}
          onTurn={(column, index) => phone.turnPicker(column, index)}
          onAnswer={(answer) => phone.answerPicker(answer)}
        />
        <Dialogs
          key={JSON.stringify(screen.dialog)}
          dialog={screen.dialog}
          words={words}
          onAnswer={(answer, content) => phone.answerDialog(answer, content)}
        />
      </section>
      <Problems
        problems={screen.problems}
        onClose={() =>
          phone.screen.set({ problems: [], ...(program === 'none' ? { front: 'app' } : {}) })
        }
      />
      <StatusBar screen={screen} />
      {device.safeAreaBottom > 0 && <div class="home-indicator" />}
    </div>
  );
}

/** The program's frame must stay where it is: moving an iframe in the document loads it again. */
function ProgramPlace({ place }: { place: HTMLElement }) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => parent.current?.append(place), [place]);
  return <div class="program" ref={parent} />;
}
