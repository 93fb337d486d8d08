import { useRef, useState } from 'preact/hooks';
import type { ShownLink } from '../../../lan/link';
import { useWords } from '../words/words';
import { Copy } from './copy';

/** How the workbench is started for phones of the same network. */
const command = 'npm start -- --lan';

/** The QR code that opens this phone on a real one of the same network. */
export function Phones({ path }: { readonly path: string }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [links, setLinks] = useState<readonly ShownLink[] | null>(null);
  const open = async () => {
    dialog.current?.showModal();
    const response = await fetch(path).catch(() => null);
    setLinks(response?.ok ? await response.json() : []);
  };
  return (
    <>
      <button type="button" class="bar-link" onClick={() => void open()}>
        {words.phones.open}
      </button>
      <dialog ref={dialog} class="phones" aria-label={words.phones.open}>
        <h2>{words.phones.open}</h2>
        {links?.map((link) => (
          <Link key={link.host} link={link} />
        ))}
        {links?.length === 0 && <HowToStart />}
        {links !== null && links.length > 0 && <p class="hint">{words.phones.who}</p>}
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.phones.close}
        </button>
      </dialog>
    </>
  );
}

function Link({ link: { host, url, picture } }: { readonly link: ShownLink }) {
  const words = useWords();
  return (
    <figure>
      <img src={picture} alt={words.phones.picture(host)} width="232" height="232" />
      <figcaption>
        <span>{words.phones.scan(host)}</span>
        <Copy label={words.copyLink} text={() => url} />
      </figcaption>
    </figure>
  );
}

function HowToStart() {
  const words = useWords();
  return (
    <div class="phones-off">
      <p>{words.phones.off}</p>
      <code>{command}</code>
      <Copy text={() => command} />
    </div>
  );
}
