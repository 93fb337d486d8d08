import type { Hono } from 'hono';
import { z } from 'zod';
import { readLanguage } from '../messages/language.mjs';
import type { BrandSwitcher } from './brand-state';

const path = '/workbench/brand';

/**
 * `GET`: which brand is on the phone, which there are, and what is wrong; `POST {name}` shows
 * another.
 */
export function addBrandRoutes(app: Hono, switcher: BrandSwitcher): string {
  app.get(path, (c) =>
    c.json(switcher.state(readLanguage(c.req.query('lang') ?? '') ?? undefined)),
  );
  app.post(path, async (c) => {
    const { name } = z.strictObject({ name: z.string() }).parse(await c.req.json());
    if (!switcher.state().brands.includes(name)) return c.text(`There is no brand "${name}"`, 400);
    // Answered at once: the server itself starts again for another brand.
    void switcher.show(name);
    return c.body(null, 202);
  });
  return path;
}
