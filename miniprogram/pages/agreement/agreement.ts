import type { Program } from '../../compose';
import type { AgreementView } from '../../login/present/agreement';

const data: { agreement: AgreementView | null; style: string } = { agreement: null, style: '' };

/** One agreement: its text, or the tenant's own page. Going back finds the log-in as it was. */
Page({
  data,
  onLoad({ id = '' }) {
    const { program } = getApp<{ readonly program: Program }>();
    const agreement = program.agreement(id);
    program.setTitle(agreement.title);
    this.setData({ agreement, style: `--scale: ${program.fontScale}` });
  },
});
