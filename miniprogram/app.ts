import { compose, type Program } from './compose';

/** What pages get from `getApp()`. */
interface LoginApp {
  readonly program: Program;
}

App<LoginApp>({
  program: compose(),
  onShow(options) {
    this.program.enter(options);
  },
  onHide() {
    this.program.send({ type: 'hidden' });
  },
  onThemeChange() {
    // The rest follows by media query.
    this.program.themeChanged();
  },
  onPageNotFound() {
    // The paths of the older contract. What was launched is in the options of onShow, whatever page
    // they name.
    this.program.openLoginPage();
  },
});
