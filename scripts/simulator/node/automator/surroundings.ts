import { z } from 'zod';
import type { Surroundings } from '../../contract/surroundings';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const point = z.strictObject({
  ...{ latitude, longitude },
  accuracy: z.number().exactOptional(),
  altitude: z.number().exactOptional(),
  speed: z.number().exactOptional(),
});
const place = z.strictObject({ name: z.string(), address: z.string(), latitude, longitude });
const albumFile = z.strictObject({
  name: z.string().regex(/\.\w+$/, 'needs an ending, which says its type'),
  base64: z.base64(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  duration: z.number().positive().exactOptional(),
});

const socketServer = z.strictObject({
  url: z.string(),
  greets: z.array(z.string()).exactOptional(),
  answers: z.array(z.strictObject({ to: z.string(), with: z.string() })).exactOptional(),
  closes: z.strictObject({ code: z.number().int(), reason: z.string() }).exactOptional(),
});

/** What a test may change around a phone. */
export const surroundingsChange: z.ZodType<Partial<Surroundings>> = z.strictObject({
  location: point.nullable().exactOptional(),
  places: z.array(place).exactOptional(),
  album: z.array(albumFile).exactOptional(),
  sockets: z.array(socketServer).exactOptional(),
});
