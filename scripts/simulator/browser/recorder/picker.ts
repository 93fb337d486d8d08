import { pickAt } from './pick';

/** Loaded into a phone's page when somebody asks what lies somewhere. */
window.pickLocator = (x, y) => pickAt(window, x, y);
