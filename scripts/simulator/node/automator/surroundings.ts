import { z } from 'zod';
import type { Surroundings } from '../../contract/surroundings';
import { strict } from './method';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const point = strict({
  ...{ latitude, longitude },
  accuracy: z.number().exactOptional(),
  altitude: z.number().exactOptional(),
  speed: z.number().exactOptional(),
});
const place = strict({ name: z.string(), address: z.string(), latitude, longitude });
const albumFile = strict({
  name: z.string().regex(/\.\w+$/, 'needs an ending, which says its type'),
  base64: z.base64(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  duration: z.number().positive().exactOptional(),
});

const socketServer = strict({
  url: z.string(),
  greets: z.array(z.string()).exactOptional(),
  answers: z.array(strict({ to: z.string(), with: z.string() })).exactOptional(),
  closes: strict({ code: z.number().int(), reason: z.string() }).exactOptional(),
});

/** What a test may change around a phone. */
export const surroundingsChange: z.ZodType<Partial<Surroundings>> = strict({
  location: point.nullable().exactOptional(),
  places: z.array(place).exactOptional(),
  album: z.array(albumFile).exactOptional(),
  sockets: z.array(socketServer).exactOptional(),
});
