import { readLanguage } from '@mini-login/platform/language';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { jsonSchema } from '../brand/pack/json-schema';
import type { BrandSwitcher } from './brand-state';

const path = '/workbench/brand';
const filePath = '/workbench/brand-file';

/**
 * `GET`: which brand is on the phone, which there are, and what is wrong; `POST {name}` shows
 * another.
 */
export function addBrandRoutes(app: Hono, switcher: BrandSwitcher): string {
  app.get(path, (c) => c.json(switcher.state(languageOf(c))));
  app.post(path, async (c) => {
    const { name } = z.strictObject({ name: z.string() }).parse(await c.req.json());
    if (!switcher.state().brands.includes(name)) return c.text(`There is no brand "${name}"`, 400);
    // Answered at once: the server itself starts again for another brand.
    void switcher.show(name);
    return c.body(null, 202);
  });
  return path;
}

const draftBody = z.strictObject({ name: z.string(), text: z.string().nullable() });
const saveBody = z.strictObject({ name: z.string(), text: z.string(), was: z.string() });

/**
 * `GET`: the brand.json of the brand on the phone, its schema, and what there is to say of it;
 * `POST {name, text}` shows another text of it without saving, null the saved one; `PUT {name, text,
 * was}` saves, unless the file is another than `was` by now: 409.
 */
export function addBrandFileRoutes(app: Hono, switcher: BrandSwitcher): string {
  const hintsOf = (c: Context, name: string) => switcher.hints(name, languageOf(c) ?? 'en');
  const isBrand = (name: string) => switcher.state().brands.includes(name);
  app.get(filePath, (c) => {
    const { wanted } = switcher.state();
    if (!isBrand(wanted)) return c.text(`There is no brand "${wanted}"`, 404);
    const schema: unknown = JSON.parse(jsonSchema(languageOf(c)));
    return c.json({ file: switcher.file(wanted), hints: hintsOf(c, wanted), schema });
  });
  app.post(filePath, async (c) => {
    const { name, text } = draftBody.parse(await c.req.json());
    if (!isBrand(name)) return c.text(`There is no brand "${name}"`, 400);
    switcher.draft(name, text);
    return c.json(hintsOf(c, name));
  });
  app.put(filePath, async (c) => {
    const { name, text, was } = saveBody.parse(await c.req.json());
    if (!isBrand(name)) return c.text(`There is no brand "${name}"`, 400);
    return switcher.save(name, text, was) ? c.body(null, 204) : c.text('brand.json changed', 409);
  });
  return filePath;
}

function languageOf(c: Context) {
  return readLanguage(c.req.query('lang') ?? '') ?? undefined;
}
