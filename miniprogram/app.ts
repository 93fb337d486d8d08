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
    // The colours follow by media query; registered so that WeChat sees that the theme is handled.
  },
  onPageNotFound() {
    // The paths of the older contract. What was launched is in the options of onShow, whatever page
    // they name.
    this.program.openLoginPage();
  },
});
