import { createHash } from 'node:crypto';
import type { UiPicture } from '../../ui/model';
import type { SentPicture } from './messages';

/** Of about 40 KB each. */
const most = 5_000;

/** The newest pictures of the steps; what looks the same is kept once. */
export class Pictures {
  readonly #all = new Map<string, SentPicture>();

  of(id: string): SentPicture | undefined {
    return this.#all.get(id);
  }

  keep(picture: SentPicture | null): UiPicture | null {
    if (!picture) return null;
    const id = createHash('sha256').update(picture.base64).digest('hex').slice(0, 32);
    this.#all.set(id, picture);
    const [oldest] = this.#all.keys();
    if (this.#all.size > most && oldest !== undefined) this.#all.delete(oldest);
    return { id, size: picture.size ?? null, origin: picture.origin ?? { x: 0, y: 0 } };
  }
}
