import { posix } from 'node:path';
import { transformSync } from '@swc/core';
import type { Tree } from './references';

/**
 * Sources that didn't get into the package: nothing leads to them from app.json, or their kind is
 * one that WeChat leaves out without a word (.webp, .ttf, .md, ...). What is for the compiler's
 * eyes only (types, tsconfig.json) is no loss, and neither are the words, which ship as a part of
 * the brand.
 *
 * @param shipped Compiled files, and sources that went into a bundle.
 */
export function unusedSources(sources: Tree, shipped: ReadonlySet<string>): string[] {
  return [...sources]
    .filter(
      ([path]) =>
        !path.startsWith('miniprogram_npm/') &&
        !path.startsWith('login/words/') &&
        // A packaged program goes without it.
        !/^(?:login|wechat)\/(?:hosted|events)\/|^pages\/agreement\/directory\.ts$/.test(path) &&
        !path.endsWith('.d.ts') &&
        posix.basename(path) !== 'tsconfig.json',
    )
    .filter(([path]) => !shipped.has(path) && !shipped.has(path.replace(/\.ts$/, '.js')))
    .filter(([path, content]) => !path.endsWith('.ts') || hasCode(content.toString()))
    .map(([path]) => path);
}

/**
 * Pictures that no compiled file names: WeChat's compiler leaves unused scripts out, but keeps
 * these.
 */
export function unusedPictures(compiled: Tree): string[] {
  const texts = [...compiled]
    .filter(([path]) => /\.(js|wxs|wxml|wxss|json)$/.test(path))
    .map(([, content]) => content.toString());
  return [...compiled.keys()].filter(
    (path) => isPicture(path) && !texts.some((text) => text.includes(posix.basename(path))),
  );
}

function isPicture(path: string): boolean {
  return /\.(png|jpe?g|gif|svg|webp)$/.test(path);
}

function hasCode(source: string): boolean {
  const { code } = transformSync(source, {
    jsc: {
      parser: { syntax: 'typescript' },
      target: 'es2022',
      minify: { format: { comments: false } },
    },
  });
  return code.replace(/export\s*\{\s*\};?/g, '').trim() !== '';
}
