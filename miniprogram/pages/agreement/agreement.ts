import type { Program } from '../../compose';
import { texts } from './brand/texts';
import { type Paragraph, paragraphs } from './paragraphs';

interface Data {
  title: string;
  /** '' for a text. */
  url: string;
  paragraphs: Paragraph[];
  /** CSS variables that only the running program knows. */
  style: string;
  /** They hold colours, too. */
  isOwn: boolean;
}

const data: Data = { title: '', url: '', paragraphs: [], style: '', isOwn: false };

/** One agreement: its text, or the tenant's own page. Going back finds the login as it was. */
Page({
  data,
  onLoad({ id = '' }) {
    const { program } = getApp<{ readonly program: Program }>();
    const agreement = program.agreement(id);
    const { title, lang } = agreement;
    program.setTitle(title);
    program.setBar(agreement.bar);
    const style = `--scale: ${program.fontScale};${agreement.colours}`;
    if (agreement.kind === 'page') {
      this.setData({ title, url: agreement.url, style });
      return;
    }
    const text =
      agreement.kind === 'packaged' ? (texts[agreement.name]?.[lang] ?? '') : agreement.text;
    this.setData({ title, style, isOwn: agreement.colours !== '', paragraphs: paragraphs(text) });
  },
});
