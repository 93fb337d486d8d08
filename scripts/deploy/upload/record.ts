import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { sender } from './sender';

/** What WeChat did not say, in words only where it is read. */
const silence = z.object({
  what: z.enum(['nothing-asked', 'no-answer', 'no-package']),
  /** How long it was waited for; 0 with an answer. */
  seconds: z.number(),
});

export type Silence = z.infer<typeof silence>;

/** How far an upload is, in a file that outlives whoever asked for it. */
export const uploadRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sending'), by: sender }),
  z.object({
    state: z.literal('sent'),
    packages: z.array(z.object({ name: z.string(), size: z.number() })),
    ms: z.number(),
  }),
  z.object({
    state: z.literal('failed'),
    code: z.union([z.number(), z.string()]),
    message: z.string(),
    /** Absent: the message is the tool's, or of an earlier version that wrote words. */
    silence: silence.exactOptional(),
    /** False: nothing of the program can have reached WeChat, so trying again is safe. */
    mayHaveArrived: z.boolean(),
  }),
]);

export type UploadRecord = z.infer<typeof uploadRecord>;
export type UploadOutcome = Exclude<UploadRecord, { state: 'sending' }>;

/**
 * Null: nobody has begun. Unreadable: a record that another version made, or a damaged disk; it is
 * not known what became of it.
 */
export function readRecord(file: string): UploadRecord | 'unreadable' | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'ENOENT' ? null : 'unreadable';
  }
  // A record is whole before anything is sent: an empty one is of a disk that was full.
  if (text.trim() === '') return null;
  try {
    return uploadRecord.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** A block of the disk, so that what comes of it can be written where the disk is full by then. */
const reserved = 4_096;

/**
 * Makes the record, which only one can: whole from its first moment, so that nobody finds a half.
 *
 * @throws When it can't be written, with nothing left behind: nothing has begun.
 */
export function claim(file: string, record: UploadRecord): 'claimed' | 'taken' {
  const fresh = `${file}.${process.pid}`;
  try {
    write(fresh, 'w', JSON.stringify(record).padEnd(reserved));
    linkSync(fresh, file);
    flushFolder(dirname(file));
    return 'claimed';
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'EEXIST') return 'taken';
    throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

export function settle(file: string, outcome: UploadOutcome): void {
  replaceRecord(file, JSON.stringify(outcome));
}

/** In one step, so that a reader finds the old record or the new one; in place on a full disk. */
export function replaceRecord(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`;
  try {
    write(fresh, 'w', text);
    renameSync(fresh, file);
  } catch {
    rmSync(fresh, { force: true });
    write(file, 'r+', text.padEnd(reserved));
  }
}

/** The record's name too, so that a power cut after the upload does not take it away. */
function flushFolder(folder: string): void {
  let opened: number | null = null;
  try {
    opened = openSync(folder, 'r');
    fsyncSync(opened);
  } catch {
    // Windows opens no folders, and writes names by itself.
  } finally {
    if (opened !== null) closeSync(opened);
  }
}

function write(file: string, flags: 'w' | 'r+', text: string): void {
  const opened = openSync(file, flags);
  try {
    writeAll(opened, text);
    ftruncateSync(opened, Buffer.byteLength(text));
  } finally {
    closeSync(opened);
  }
}

/** To the disk itself: a power cut must not make "sending" out of "sent". */
function writeAll(opened: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at, bytes.length - at, at);
  fsyncSync(opened);
}
