import type { DirectoryConfig } from '../../login/directory';
import type { HttpRequest } from '../../login/effect';
import type { DirectoryReader } from '../../login/hosted/reader';
import { createDirectory } from '../../login/hosted/table';
import type { Directory } from '../../login/steps/step';
import type * as Reader from '../../pages/agreement/directory';
import type { RequestAnswer } from '../request';
import { requestAndLoad } from '../request-and-load';

export interface OpenDirectory extends Directory {
  ask(request: HttpRequest, done: (answer: RequestAnswer) => void): void;
}

/** What reads the directory's answers is loaded while the first one is awaited, and kept. */
export function openDirectory(config: DirectoryConfig): OpenDirectory {
  let reader: DirectoryReader | null = null;
  const load = (): Promise<typeof Reader> => require.async('../../pages/agreement/directory');
  return {
    ...createDirectory(config, () => reader),
    ask(request, done) {
      requestAndLoad(
        request,
        load,
        ({ directoryReader }) => {
          reader = directoryReader;
        },
        done,
      );
    },
  };
}
